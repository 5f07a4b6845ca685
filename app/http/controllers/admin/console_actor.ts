import type { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#accounts/actor'

/** Who is signed in. */
export function consoleActor({ auth }: HttpContext): Actor {
  return auth.use('web').getUserOrFail().asActor('console')
}

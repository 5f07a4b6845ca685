import type { HttpContext } from '@adonisjs/core/http'
import type { Actor } from '#accounts/actor'

/** Whose token came with the request. */
export function apiActor({ auth }: HttpContext): Actor {
  return auth.use('api').getUserOrFail().asActor('api')
}

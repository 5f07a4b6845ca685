import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Authenticators } from '@adonisjs/auth/types'
import { slowGuessing } from '#http/middleware/slow_guessing'

/** Lets in who is signed in by the given guard: a session for the console, a token for the API. */
export default class AuthMiddleware {
  async handle(ctx: HttpContext, next: NextFn, options: { guards: (keyof Authenticators)[] }) {
    const signIn = () => ctx.auth.authenticateUsing(options.guards, { loginRoute: '/login' })
    await (options.guards.includes('api') ? slowGuessing(ctx, signIn) : signIn())
    return next()
  }
}

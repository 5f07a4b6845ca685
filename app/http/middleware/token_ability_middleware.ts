import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { TokenMayNot } from '#http/exceptions/token_may_not'

const LOOKING = ['GET', 'HEAD', 'OPTIONS']

/** A token made to look changes nothing, whatever its user may. @throws TokenMayNot */
export default class TokenAbilityMiddleware {
  async handle({ auth, request }: HttpContext, next: NextFn) {
    const needed = LOOKING.includes(request.method()) ? 'read' : 'write'
    const { currentAccessToken: token } = auth.use('api').getUserOrFail()
    if (token.denies(needed)) throw new TokenMayNot(needed)
    return next()
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ScopeMissing } from '#http/exceptions/scope_missing'
import { includesScope, type Scope } from '#accounts/scopes'

/**
 * Lets in tokens with a scope; what the role of their user forbids stays forbidden. Every route of the API says
 * both, within `apiRoutes` of `start/routes/api_group.ts`, for one route or for a group of them:
 *
 *     router.get('/presets', [PresetsController, 'index']).as('presets.index').use(scope('presets:read'))
 *     router.group(changes).use([scope('presets:write'), role('admin')])
 *
 * `tests/functional/api/every_route.spec.ts` fails for a route without one. Where the body decides that more is
 * needed, the controller calls `needScope`.
 *
 * @throws ScopeMissing
 */
export default class ScopeMiddleware {
  async handle(ctx: HttpContext, next: NextFn, options: { needs: Scope }) {
    needScope(ctx, options.needs)
    return next()
  }
}

/** @throws ScopeMissing where the token of a request does not have the scope */
export function needScope({ auth }: HttpContext, needed: Scope) {
  const { currentAccessToken: token } = auth.use('api').getUserOrFail()
  if (!includesScope(token.abilities, needed)) throw new ScopeMissing(needed)
}

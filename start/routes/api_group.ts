import router from '@adonisjs/core/services/router'
import { Route, RouteGroup } from '@adonisjs/core/http'
import { middleware } from '#start/kernel'
import { throttleApi } from '#start/limiter'
import type { Role } from '#accounts/role'
import type { Scope } from '#accounts/scopes'

/** The least role that a route of the API takes; left out, any. */
export const role = (atLeast: Role) => middleware.role({ atLeast })

/** The scope that a route of the API takes: each says one, see `scope_middleware.ts`. */
export const scope = (needs: Scope) => middleware.scope({ needs })

/** For routes that read a body, and read it as JSON alone. */
export const json = middleware.jsonBody()

const TAGGED = ['GET', 'PUT', 'PATCH']

/**
 * Routes of the REST API: below `/api/v1`, their names begin with `api.`, and whoever asks has a token. Each
 * says its scope. Every POST may come with an `Idempotency-Key`, every GET with `fields`;
 * JSON has an `ETag`.
 */
export function apiRoutes(define: () => void) {
  const group = router.group(define).prefix('/api/v1').as('api')
  group.use([middleware.apiHeaders(), middleware.auth({ guards: ['api'] }), throttleApi])
  group.use(middleware.jsonLimits())
  for (const route of routesOf(group)) {
    const { methods } = route.toJSON()
    if (methods.includes('POST')) route.use(middleware.idempotency())
    if (methods.some((method) => TAGGED.includes(method))) route.use(middleware.etag())
    if (methods.includes('GET')) route.use(middleware.fields())
  }
}

function routesOf(group: RouteGroup): Route[] {
  return group.routes.flatMap((one) => {
    if (one instanceof RouteGroup) return routesOf(one)
    return one instanceof Route ? [one] : []
  })
}

import { test } from '@japa/runner'
import { ROLES, type Role } from '#accounts/role'
import { includesScope, SCOPES, type Scope } from '#accounts/scopes'
import { apiRoutes, type ApiRoute } from '#tests/helpers/api_routes'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import type { ApiClient } from '@japa/api-client'

const LOOKING = ['GET', 'HEAD']

test.group('Every route of the API', (group) => {
  group.each.timeout(60_000)
  group.each.setup(() => cleanDatabase())

  const told = ({ method, pattern }: ApiRoute) => `${method} ${pattern}`

  function call(client: ApiClient, { method, path }: ApiRoute, token?: string) {
    const verb = method.toLowerCase() as 'get' | 'post'
    const request = client[verb](path).redirects(0)
    return token ? request.bearerToken(token) : request
  }

  test('says one scope, to read where it looks and to write where it changes', ({ assert }) => {
    const routes = apiRoutes()

    assert.isAtLeast(routes.length, 58)
    for (const route of routes) {
      assert.isTrue(route.isGuarded, told(route))
      assert.lengthOf(route.scopes, 1, told(route))
      assert.include(SCOPES, route.scopes[0], told(route))
      const [scope] = route.scopes
      if (scope !== 'admin') {
        assert.match(scope, LOOKING.includes(route.method) ? /:read$/ : /:write$/, told(route))
      }
    }
  })

  test('is 401 without a token', async ({ client, assert }) => {
    for (const route of apiRoutes()) {
      const answer = await call(client, route)
      assert.equal(answer.status(), 401, told(route))
    }
  })

  test('refuses a token without its scope, and names the scope', async ({ client, assert }) => {
    const tokens = new Map<Scope, string>()
    for (const { scopes } of apiRoutes()) {
      const others = SCOPES.filter((scope) => !includesScope([scope], scopes[0]))
      if (!tokens.has(scopes[0])) tokens.set(scopes[0], await tokenOf('admin', others))
    }

    for (const route of apiRoutes()) {
      const answer = await call(client, route, tokens.get(route.scopes[0]))
      assert.equal(answer.status(), 403, told(route))
      assert.equal(answer.body().code, 'E_SCOPE_MISSING', told(route))
      assert.include(answer.body().detail, `"${route.scopes[0]}"`)
      assert.include(answer.header('www-authenticate'), `scope="${route.scopes[0]}"`)
    }
  })

  test('serves a token of its scope alone, but no role below its own', async ({
    client,
    assert,
  }) => {
    const tokens = new Map<string, string>()
    const tokenFor = async (role: Role, scope: Scope) => {
      const key = `${role} ${scope}`
      if (!tokens.has(key)) tokens.set(key, await tokenOf(role, [scope]))
      return tokens.get(key)
    }

    for (const route of apiRoutes()) {
      const [scope] = route.scopes
      const may = await call(client, route, await tokenFor(route.atLeast, scope))
      assert.notInclude([401, 403, 500], may.status(), told(route))
      const below = ROLES[ROLES.indexOf(route.atLeast) - 1]
      if (!below) continue
      const mayNot = await call(client, route, await tokenFor(below, scope))
      assert.equal(mayNot.status(), 403, told(route))
      assert.equal(mayNot.body().code, 'E_ROLE_TOO_LOW', told(route))
    }
  })
})

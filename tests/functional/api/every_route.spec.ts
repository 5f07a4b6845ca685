import { test } from '@japa/runner'
import { createApiToken } from '#accounts/api_tokens'
import { mediakeep } from '#accounts/actor'
import { ROLES, type Role } from '#accounts/role'
import { includesScope, SCOPES, type Scope } from '#accounts/scopes'
import { guardedRoutes, type ApiRoute } from '#tests/helpers/api_routes'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import type { ApiClient } from '@japa/api-client'
import type User from '#accounts/user'

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
    const routes = guardedRoutes()

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
    for (const route of guardedRoutes()) {
      const answer = await call(client, route)
      assert.equal(answer.status(), 401, told(route))
    }
  })

  test('refuses a token without its scope, and names the scope', async ({ client, assert }) => {
    const tokens = await tokenStore()

    for (const route of guardedRoutes()) {
      const others = SCOPES.filter((scope) => !includesScope([scope], route.scopes[0]))
      const answer = await call(client, route, await tokens('admin', others))
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
    const tokens = await tokenStore()

    for (const route of guardedRoutes()) {
      const [scope] = route.scopes
      const may = await call(client, route, await tokens(route.atLeast, [scope]))
      assert.notInclude([401, 403, 500], may.status(), told(route))
      const below = ROLES[ROLES.indexOf(route.atLeast) - 1]
      if (!below) continue
      const mayNot = await call(client, route, await tokens(below, [scope]))
      assert.equal(mayNot.status(), 403, told(route))
      assert.equal(mayNot.body().code, 'E_ROLE_TOO_LOW', told(route))
    }
  })
})

/** One person of each role, and tokens of theirs, each made once. */
async function tokenStore() {
  const people = new Map<Role, User>()
  for (const role of ROLES) people.set(role, await personOf(role))
  const made = new Map<string, string>()
  return async (role: Role, scopes: Scope[]) => {
    const key = [role, ...scopes].join()
    if (made.has(key)) return made.get(key)
    const named = { name: 'test', expiresInS: null, by: mediakeep('system') }
    const { value } = await createApiToken({ user: people.get(role)!, ...named, scopes })
    made.set(key, value)
    return value
  }
}

import { test } from '@japa/runner'
import { ROLES, type Role } from '#accounts/role'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { absentPath, consoleRoutes, type ConsoleRoute } from '#tests/helpers/console_routes'
import { personOf } from '#tests/helpers/people'
import type { ApiClient, ApiRequest } from '@japa/api-client'
import type User from '#accounts/user'

/** What people do with what is their own: no role is needed. */
const ONES_OWN = [
  'account.update',
  'sessions.destroy',
  'tokens.store',
  'tokens.destroy',
  'saved_views.store',
  'saved_views.update',
  'saved_views.destroy',
  'subscribe',
  'unsubscribe',
]

/** Streams, and subscriptions to them, are the library's. */
const LIVE = '/__transmit'

test.group('Every route of the console', (group) => {
  group.each.timeout(120_000)
  group.each.setup(() => cleanDatabase())

  function call(client: ApiClient, route: ConsoleRoute, as?: User): ApiRequest {
    const verb = route.method.toLowerCase() as 'get' | 'post'
    const request = client[verb](absentPath(route)).redirects(0)
    return as ? request.loginAs(as) : request
  }

  const told = ({ method, pattern }: ConsoleRoute) => `${method} ${pattern}`

  test('there are many, and every change but of one’s own needs a role', ({ assert }) => {
    const routes = consoleRoutes()
    const free = routes.filter(({ isChange, atLeast }) => isChange && atLeast === 'viewer')

    assert.isAtLeast(routes.length, 80)
    assert.includeMembers(
      ONES_OWN,
      free.map(({ name }) => name)
    )
  })

  test('sends whoever is not signed in away', async ({ client, assert }) => {
    const closed = consoleRoutes().filter(({ atLeast }) => atLeast !== null)

    for (const route of closed) {
      const answer = await call(client, route).withCsrfToken()
      assert.equal(answer.status(), 302, told(route))
      assert.equal(answer.header('location'), '/login', told(route))
    }
  })

  test('refuses the role below its own, and serves its own', async ({ client, assert }) => {
    const people = new Map<Role, User>()
    for (const role of ROLES) people.set(role, await personOf(role))
    await personOf('admin') // may be the last one when this one is gone
    const routes = consoleRoutes().filter(({ pattern, atLeast, isChange }) => {
      return atLeast && !pattern.startsWith(LIVE) && (isChange || atLeast !== 'viewer')
    })

    for (const route of routes) {
      const at = ROLES.indexOf(route.atLeast!)
      const may = await call(client, route, people.get(ROLES[at])).withCsrfToken()
      assert.notInclude([401, 403, 500], may.status(), told(route))
      if (at === 0) continue
      const mayNot = await call(client, route, people.get(ROLES[at - 1])).withCsrfToken()
      assert.equal(mayNot.status(), 403, told(route))
    }
  })

  test('no change is made without its token', async ({ client, assert }) => {
    const admin = await personOf('admin')
    const changes = consoleRoutes().filter(({ isChange }) => isChange)

    for (const route of changes) {
      const answer = await call(client, route, route.atLeast ? admin : undefined)
      assert.equal(answer.status(), 302, told(route))
      assert.property(answer.flashMessage('errorsBag'), 'E_BAD_CSRF_TOKEN', told(route))
    }
  })
})

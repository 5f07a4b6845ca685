import { test } from '@japa/runner'
import { includesRole, ROLES, type Role } from '#accounts/role'
import { PLACE_GROUPS } from '#http/words/places'
import { openAs } from '#tests/browser/watched_page'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { everyConsolePage, type ConsolePage } from '#tests/helpers/console_pages'
import { routeOf } from '#tests/helpers/console_routes'
import { personOf } from '#tests/helpers/people'
import type { Page } from 'playwright'

const PLACES = PLACE_GROUPS.flatMap(({ places }) => places)

/** `GET /jobs` of links, `POST /session?_method=DELETE` of forms and of buttons that send one elsewhere. */
const OFFERS = `(() => {
  const said = (it, name) => it.getAttribute(name) // a form's field may be called action, too
  const offer = (method, address) => (method ?? 'get') + ' ' + new URL(address ?? '', location).href
  return [
    ...[...document.querySelectorAll('a[href]')].map((link) => offer('get', said(link, 'href'))),
    ...[...document.querySelectorAll('form')].map((form) => offer(said(form, 'method'), said(form, 'action'))),
    ...[...document.querySelectorAll('[formaction]')].map((it) => offer(said(it.form, 'method'), said(it, 'formaction'))),
  ]
})()`

/** Names and addresses. */
const NAVIGATION = `[...document.querySelectorAll('#places a')].map((a) => [a.textContent.trim(), a.pathname])`

test.group('Each role walks every screen', (group) => {
  group.each.timeout(120_000)
  group.each.setup(() => cleanDatabase())

  const may = (role: Role, needed: Role | null | undefined) => !needed || includesRole(role, needed)

  /** What a page offers and the role may not do, and what leads nowhere. */
  async function beyond(page: Page, role: Role): Promise<string[]> {
    const origin = new URL(page.url()).origin
    const offers = [...new Set(await page.evaluate<string[]>(OFFERS))]
    return offers.filter((offer) => {
      const [verb, address] = offer.split(' ')
      const url = new URL(address)
      if (url.origin !== origin) return false
      const method = url.searchParams.get('_method') ?? verb
      const route = routeOf(method.toUpperCase(), url.pathname)
      return route ? !may(role, route.atLeast) : method.toUpperCase() !== 'GET'
    })
  }

  async function walk(page: Page, role: Role, pages: ConsolePage[]): Promise<object> {
    const wrong: Record<string, unknown> = {}
    const open = pages.filter(({ atLeast }) => atLeast && may(role, atLeast))
    for (const { path } of open) {
      const answer = await page.goto(path, { waitUntil: 'domcontentloaded' })
      const found = await beyond(page, role)
      if (answer?.status() !== 200 || found.length > 0) wrong[path] = [answer?.status(), ...found]
    }
    return wrong
  }

  test('and sees no form, button or link above it', async ({ browserContext, assert }) => {
    const pages = await everyConsolePage(await personOf('admin'))

    for (const role of ROLES) {
      const { page, complaints } = await openAs(browserContext, await personOf(role), '/')
      const places = PLACES.filter(({ atLeast }) => may(role, atLeast))

      assert.deepEqual(
        await page.evaluate(NAVIGATION),
        places.map(({ name, path }) => [name, path])
      )
      assert.deepEqual(await walk(page, role, pages), {}, role)
      assert.deepEqual(complaints, [], role)
      await page.close()
    }
  })
})

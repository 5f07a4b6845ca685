import { test } from '@japa/runner'
import { SETTINGS } from '#start/settings/all'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'

test.group('Settings page', (group) => {
  group.each.setup(() => cleanDatabase())

  test('tells every setting that is checked at boot', async ({ client, assert }) => {
    const page = await client.get('/settings').loginAs(await personOf('admin'))
    const told = [...page.text().matchAll(/<tr id="([A-Z_0-9]+)">/g)].map(([, name]) => name)

    assert.sameMembers(told, Object.keys(SETTINGS))
  })

  test('shows no secret, and where each value comes from', async ({ client, assert }) => {
    const page = await client.get('/settings').loginAs(await personOf('admin'))
    const row = (name: string) => page.text().split(`id="${name}"`)[1].split('</tr>')[0]

    assert.notInclude(page.text(), process.env.APP_KEY!)
    assert.notInclude(page.text(), new URL(process.env.DATABASE_URL!).username + '@')
    assert.include(row('APP_KEY'), 'set, and not shown')
    assert.include(row('PORT'), process.env.PORT!)
    assert.include(row('PORT'), '>environment<')
    assert.include(row('MAX_FAILURES'), '>default<')
    assert.include(row('MAX_VIDEO_SIZE'), '2 GiB')
  })

  test('is for administrators', async ({ client, assert }) => {
    const page = await client.get('/settings').loginAs(await personOf('operator'))

    assert.equal(page.status(), 403)
  })
})

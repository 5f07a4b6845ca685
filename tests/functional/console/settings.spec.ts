import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { SETTING_GROUPS } from '#http/words/settings'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'

test.group('Settings page', (group) => {
  group.each.setup(() => cleanDatabase())

  test('tells every setting there is', async ({ assert }) => {
    const source = await readFile(app.makePath('start/env.ts'), 'utf8')
    const known = [...source.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name)
    const told = SETTING_GROUPS.flatMap(({ settings }) => settings.map(({ name }) => name))

    assert.isAtLeast(known.length, 25)
    assert.sameMembers(told, known)
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

import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { ace, aceJson } from '#tests/helpers/ace'
import type { SettingInForce } from '#app/terminal/settings/settings_in_force'

/** As in a checkout where nobody has set anything. */
const NOTHING_SET = { DATABASE_URL: '', REDIS_URL: '', APP_KEY: '' }

async function settings(said: Record<string, string>) {
  const { code, result, stdout } = await aceJson(['settings'], said)
  const all = result.settings as SettingInForce[]
  const of = (name: string) => all.find((one) => one.name === name)!
  return { code, of, problems: result.problems as string[], stdout }
}

test.group('settings', (group) => {
  group.each.timeout(60_000)

  test('tells what is in force before anything is set', async ({ assert }) => {
    const { code, of } = await settings({ ...NOTHING_SET, MAX_FAILURES: '' })

    assert.equal(code, 0)
    assert.isNull(of('DATABASE_URL').value)
    assert.include(of('DATABASE_URL').default, './ace up')
    assert.deepInclude(of('MAX_FAILURES'), { value: '3', default: '3', source: 'default' })
  })

  test('tells where a value comes from, and no secret', async ({ assert }) => {
    const { of, stdout } = await settings({
      ...NOTHING_SET,
      APP_KEY: 'a key that nobody may see, of 32 letters',
      DATABASE_URL: 'postgres://ada:hidden@db.example.org/films',
      MAX_VIDEO_SIZE: '512mb',
    })

    assert.deepInclude(of('MAX_VIDEO_SIZE'), { value: '512 MiB', source: 'environment' })
    assert.equal(of('APP_KEY').value, 'set, and not shown')
    assert.equal(of('DATABASE_URL').value, 'postgres://db.example.org/films')
    assert.notMatch(stdout, /nobody may see|hidden/)
  })

  test('names everything that cannot be, at once', async ({ assert }) => {
    const { code, problems } = await settings({ PORT: '99999', TIME_LIMIT: 'soon' })

    assert.equal(code, 1)
    assert.lengthOf(problems, 2)
    assert.include(problems[0], '"PORT" is "99999"')
    assert.include(problems[1], '"TIME_LIMIT" is "soon"')
  })

  test('prints the document that is kept', async ({ assert }) => {
    const { code, stdout } = await ace(['settings', '--markdown'], NOTHING_SET)

    assert.equal(code, 0)
    assert.equal(stdout, await readFile(new URL('../../docs/settings.md', import.meta.url), 'utf8'))
  })
})

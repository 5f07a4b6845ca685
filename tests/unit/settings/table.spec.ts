import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { settingsExample } from '#app/terminal/settings/settings_example'
import { settingsMarkdown } from '#app/terminal/settings/settings_markdown'
import { OTHER_GROUPS, SETTING_GROUPS, SETTINGS } from '#start/settings/all'

const GROUPS = [...SETTING_GROUPS, ...OTHER_GROUPS]
const ENTRIES = GROUPS.flatMap(({ settings }) => Object.entries(settings))

/** Of the machine, or said by one process of ours to another: nobody sets them. */
const NO_SETTINGS = [
  ...['PATH', 'HOME', 'USER', 'SUDO_USER', 'LD_LIBRARY_PATH', 'TS_EXEC_PWD'],
  ...['MEDIAKEEP_CWD', 'MEDIAKEEP_FILLED', 'MEDIAKEEP_SUPERVISED', 'MEDIAKEEP_TEST_SUMMARY'],
  ...['MEDIAKEEP_TEST_SECRET', 'CHAOS_MINUTES', 'CHAOS_SEED', 'CHAOS_ONLY', 'CHAOS_FAULTS'],
  ...['LISTEN_PID', 'LISTEN_FDS'],
]

/** OpenTelemetry's own, which its specification describes. */
const OF_OTHERS = /^OTEL_/

const SOURCES = '{app,bin,commands,config,providers,start,tests}/**/*.ts'
const READ = [
  /process\.env\??\.([A-Z][A-Z0-9_]+)/g,
  /\benv\??\.([A-Z][A-Z0-9_]+)/g,
  /env\.get\(\s*'([A-Z0-9_]+)'/g,
  /setting: '([A-Z0-9_]+)'/g,
]

test.group('Table of settings', () => {
  test('every setting is in one group', ({ assert }) => {
    const grouped = SETTING_GROUPS.flatMap(({ settings }) => Object.keys(settings))
    const names = ENTRIES.map(([name]) => name)

    assert.sameMembers(grouped, Object.keys(SETTINGS))
    assert.lengthOf(new Set(names), names.length)
  })

  test('whatever the code reads is a setting', async ({ assert }) => {
    const names = new Set([...ENTRIES.map(([name]) => name), ...NO_SETTINGS])
    const ours = (await namesRead()).filter(({ name }) => !OF_OTHERS.test(name))
    const read = ours.filter(({ name }) => !names.has(name))

    assert.deepEqual(read, [], 'describe them in start/settings')
  })

  test('whatever is a setting is read or checked by the code', async ({ assert }) => {
    const read = new Set((await namesRead()).map(({ name }) => name))
    const ofCompose = await readFile(app.makePath('docker-compose.yml'), 'utf8')
    const idle = ENTRIES.map(([name]) => name).filter(
      (name) => !read.has(name) && !ofCompose.includes(`\${${name}`)
    )

    assert.deepEqual(idle, [])
  })

  test('every example and every default can be', ({ assert }) => {
    for (const [name, { rule }] of ENTRIES) {
      assert.doesNotThrow(() => rule.read(name, rule.example), name)
      if (rule.default === null) continue
      const said = [rule.read(name, rule.default), rule.read(name, undefined)]
      if (rule.kind === 'text') continue // a folder below var/ is told shorter than it is
      assert.equal(said[0], said[1], `default of ${name}`)
    }
  })

  test('docs/settings.md is what ./ace settings --markdown prints', async ({ assert }) => {
    const kept = await readFile(app.makePath('docs/settings.md'), 'utf8')

    assert.equal(kept, settingsMarkdown(), './ace settings --markdown > docs/settings.md')
  })

  test('.env.example is what ./ace settings --example prints', async ({ assert }) => {
    const kept = await readFile(app.makePath('.env.example'), 'utf8')

    assert.equal(kept, settingsExample(), './ace settings --example > .env.example')
  })
})

async function namesRead(): Promise<{ name: string; file: string }[]> {
  const files = globSync(SOURCES, { cwd: app.makePath() })
  const found = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(app.makePath(file), 'utf8')
      const names = READ.flatMap((pattern) => [...source.matchAll(pattern)].map(([, name]) => name))
      return names.map((name) => ({ name, file }))
    })
  )
  return found.flat()
}

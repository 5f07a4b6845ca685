import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { test } from '@japa/runner'
import { instancePaths } from '#embedded/instance_paths'
import { loadSettings } from '#embedded/load_settings'
import { namedSettings } from '#embedded/named_settings'
import { writeSettings } from '#embedded/settings_file'

test.group('loadSettings', () => {
  test('fills in what runs here', ({ assert, fs }) => {
    const env = running(fs.basePath, { REDIS_URL: 'redis://here' })

    loadSettings(env)

    assert.equal(env.REDIS_URL, 'redis://here')
  })

  test('a server that the operator names wins', ({ assert, fs }) => {
    const env = running(fs.basePath, { REDIS_URL: 'redis://here', PORT: '3333' })
    env.REDIS_URL = 'redis://there'

    loadSettings(env)

    assert.equal(env.REDIS_URL, 'redis://there')
    assert.equal(env.PORT, '3333')
  })

  test('an empty variable names nothing', ({ assert, fs }) => {
    const env = running(fs.basePath, { REDIS_URL: 'redis://here' })
    env.REDIS_URL = ''

    loadSettings(env)

    assert.equal(env.REDIS_URL, 'redis://here')
  })

  test('what was filled in is not taken for the word of the operator', ({ assert, fs }) => {
    const env = running(fs.basePath, { DATABASE_URL: 'postgres://here' })
    env.REDIS_URL = 'redis://there'

    loadSettings(env)

    assert.notProperty(namedSettings(env), 'DATABASE_URL')
    assert.propertyVal(namedSettings(env), 'REDIS_URL', 'redis://there')
  })

  test('runs for production unless told otherwise', ({ assert, fs }) => {
    const env = running(fs.basePath, {})

    loadSettings(env)

    assert.equal(env.NODE_ENV, 'production')
  })
})

function running(home: string, settings: Record<string, string>): NodeJS.ProcessEnv {
  const env = { MEDIAKEEP_VAR: home } as NodeJS.ProcessEnv
  const { settingsFile } = instancePaths(env)
  mkdirSync(dirname(settingsFile), { recursive: true })
  writeSettings(settingsFile, settings)
  return env
}

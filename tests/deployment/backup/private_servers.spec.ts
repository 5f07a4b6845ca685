import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'

test.group('a backup and private servers', (group) => {
  let home: string
  group.each.setup(async () => {
    await cleanDatabase()
    home = await mkdtemp(join(tmpdir(), 'mk-restored-'))
    await chmod(home, 0o755) // Postgres runs as somebody else where we are root
    return async () => {
      await ace(['down'], alone())
      await rm(home, { recursive: true, force: true })
    }
  })
  const alone = () => ({
    ...{ MEDIAKEEP_VAR: home, NODE_ENV: 'production' },
    ...{ DATABASE_URL: '', REDIS_URL: '', APP_KEY: '', PORT: '' },
  })

  test('they run without the rest, take a backup in, and make one', async ({ assert }) => {
    await makeVideo({ title: 'Brought along' })
    const tar = join(home, 'backup.tar')
    const made = await aceJson(['backup', tar])

    const up = await ace(['up', '--servers', '--detach'], alone())
    const refused = await aceJson(['restore', tar], alone())
    const restored = await aceJson(['restore', tar, '--other-key'], alone())
    const again = await aceJson(['backup', join(home, 'again.tar')], alone())

    assert.equal(made.code, 0, made.stdout)
    assert.match(up.stdout, /Postgres and Redis run, and nothing else/)
    assert.match(refused.result.error.message, /another APP_KEY/)
    assert.equal(restored.result.files?.missing, 1, restored.stdout)
    assert.equal(again.result.storedFiles, 1, again.stdout)
  })
})

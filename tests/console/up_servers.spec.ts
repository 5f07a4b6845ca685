import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { Redis } from 'ioredis'
import { test } from '@japa/runner'
import { instancePaths, type InstancePaths } from '#embedded/instance_paths'
import { findPostgres } from '#embedded/postgres/postgres_server'
import { startPrivateServers, stopPrivateServers } from '#embedded/private_servers'
import { readSettings, type Settings } from '#embedded/settings_file'

test.group('startPrivateServers', (group) => {
  let home: string
  let paths: InstancePaths
  group.each.setup(async () => {
    home = await mkdtemp(join(tmpdir(), 'mediakeep servers '))
    await chmod(home, 0o755)
    paths = instancePaths({ MEDIAKEEP_VAR: home })
    return async () => {
      await stop()
      await rm(home, { recursive: true, force: true })
    }
  })
  group.each.timeout(60_000)

  const start = (named: Settings = {}) =>
    startPrivateServers({ paths, named, programs: [], say: () => {} })
  const stop = () => stopPrivateServers(paths, { say: () => {} })

  test('data, ports and passwords outlive a restart', async ({ assert }) => {
    const first = await start()
    await query(first, 'create table kept as select 42 as answer')
    await stop()

    const second = await start()

    assert.deepEqual(second, first)
    assert.deepEqual(await query(second, 'select answer from kept'), [{ answer: 42 }])
  })

  test('Redis forgets nothing and evicts nothing', async ({ assert }) => {
    const { REDIS_URL } = await start()
    const redis = new Redis(REDIS_URL)
    await redis.set('kept', 'yes')
    const policy = await redis.config('GET', 'maxmemory-policy')
    redis.disconnect()
    await stop()

    const { REDIS_URL: again } = await start()
    const later = new Redis(again)
    const kept = await later.get('kept')
    later.disconnect()

    assert.equal(kept, 'yes')
    assert.include(Object.values(policy as object), 'noeviction')
  })

  test('text is UTF-8 and the application is no superuser', async ({ assert }) => {
    const settings = await start()

    const [row] = await query(
      settings,
      `select upper('é') as text, current_setting('server_encoding') as encoding,
              rolsuper as "isSuper" from pg_roles where rolname = current_user`
    )

    assert.equal(row.encoding, 'UTF8')
    assert.equal(row.text, 'É')
    assert.isFalse(row.isSuper)
  })

  test('nobody gets in without the password', async ({ assert }) => {
    const settings = await start()
    const redisUrl = new URL(settings.REDIS_URL)
    redisUrl.password = 'guess'

    await assert.rejects(() => query(withPassword(settings, 'guess'), 'select 1'), /password/)
    const redis = new Redis(redisUrl.href, { lazyConnect: true, retryStrategy: null })
    redis.on('error', () => {})
    await assert.rejects(() => redis.set('a', 'b'))
    redis.disconnect()
  })

  test('lost secrets are made anew, and the data are still there', async ({ assert }) => {
    const first = await start()
    await query(first, 'create table kept as select 42 as answer')
    await rm(paths.secretsFile)

    const second = await start()

    assert.notEqual(second.DATABASE_URL, first.DATABASE_URL)
    assert.deepEqual(await query(second, 'select answer from kept'), [{ answer: 42 }])
  })

  test('secrets are for their owner alone', async ({ assert }) => {
    await start()

    const { mode } = await stat(paths.secretsFile)

    assert.equal(mode & 0o777, 0o600)
  })

  test('a port that somebody took meanwhile is left to them', async ({ assert }) => {
    await start()
    await stop()
    const taken = Number(readSettings(paths.portsFile).POSTGRES)
    const squatter = createServer().listen(taken, '127.0.0.1')
    await once(squatter, 'listening')

    const settings = await start()
    squatter.close()

    assert.notEqual(new URL(settings.DATABASE_URL).port, String(taken))
    assert.deepEqual(await query(settings, 'select 1 as one'), [{ one: 1 }])
  })

  test('the note of a killed Postgres does not take another process for it', async ({ assert }) => {
    await start()
    const note = join(paths.postgres, '18', 'postmaster.pid')
    const text = await readFile(note, 'utf8')
    await stop()
    await writeFile(note, text.replace(/^\d+/, String(process.pid)))

    assert.isNull(findPostgres(paths))
    const settings = await start()

    assert.deepEqual(await query(settings, 'select 1 as one'), [{ one: 1 }])
  })

  test('an initdb that was killed half-way is begun anew', async ({ assert }) => {
    await mkdir(join(paths.postgres, '18.partial', 'base'), { recursive: true })

    const settings = await start()

    assert.deepEqual(await query(settings, 'select 1 as one'), [{ one: 1 }])
  })

  test('what is told to stop while it starts is not left behind', async ({ assert }) => {
    const asked = new AbortController()
    const request = { paths, named: {}, programs: [], signal: asked.signal }

    const starting = startPrivateServers({ ...request, say: () => asked.abort() })

    await assert.rejects(() => starting)

    assert.deepEqual(await pidsIn(paths.redis), [])
  })

  test('a server that the operator names is not embedded', async ({ assert }) => {
    const settings = await start({ DATABASE_URL: 'postgres://theirs/db', APP_KEY: 'x'.repeat(32) })

    assert.deepEqual(Object.keys(settings), ['REDIS_URL'])
    assert.isNull(findPostgres(paths))
  })

  test('a folder that nobody else may enter is no obstacle', async ({ assert }) => {
    await chmod(home, 0o700)

    const settings = await start()

    assert.deepEqual(await query(settings, 'select 1 as one'), [{ one: 1 }])
  })
})

async function query(settings: Settings, sql: string) {
  const client = new pg.Client({ connectionString: settings.DATABASE_URL })
  await client.connect()
  try {
    const { rows } = await client.query(sql)
    return rows
  } finally {
    await client.end()
  }
}

function withPassword(settings: Settings, password: string): Settings {
  const url = new URL(settings.DATABASE_URL)
  url.password = password
  return { ...settings, DATABASE_URL: url.href }
}

/** Pids of what works in that folder. */
async function pidsIn(folder: string): Promise<string[]> {
  const pids = await readdir('/proc')
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, index) => folders[index] === folder)
}

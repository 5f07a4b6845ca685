import { setTimeout as delay } from 'node:timers/promises'
import { test } from '@japa/runner'
import { Result } from '@adonisjs/core/health'
import db from '@adonisjs/lucid/services/db'
import { NamedCheck } from '#http/health/named_check'
import { recently } from '#http/health/recently'
import { registerWorker } from '#jobs/worker_registry'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { spawnServer, type SpawnedServer } from '#tests/helpers/spawn_server'
import { until } from '#tests/helpers/until'

const NAMES = ['database', 'migrations', 'store', 'redis', 'scratch', 'workers', 'schedulers']

interface Ready {
  code: number
  status: string
  checks: Record<string, { status: string; message: string; duration_ms: number }>
}

test.group('Health', (group) => {
  group.each.setup(() => cleanDatabase())

  test('each check has a name, words and its time; nobody to work is a warning', async ({
    assert,
  }) => {
    const idle = await saying(({ checks }) => checks.workers.status === 'warning')
    await registerWorker('w', { encode: 1, quick: 1 })
    const manned = await saying(({ checks }) => checks.workers.status === 'ok')

    assert.sameMembers(Object.keys(idle.checks), NAMES)
    for (const { message, duration_ms: ms } of Object.values(idle.checks)) {
      assert.isNotEmpty(message)
      assert.isAtLeast(ms, 0)
    }
    assert.deepEqual([idle.code, idle.status], [200, 'degraded'])
    assert.deepEqual([manned.code, manned.status], [200, 'ok'])
  })

  test('a migration that has not run is unready, and the remedy is told', async ({ assert }) => {
    const [last] = await db.from('adonis_schema').orderBy('id', 'desc').limit(1)
    await db.from('adonis_schema').where('id', last.id).delete()

    const behind = await saying(({ checks }) => checks.migrations.status === 'error')
    await db.table('adonis_schema').insert(last)
    const again = await saying(({ checks }) => checks.migrations.status === 'ok')

    assert.deepEqual([behind.code, behind.status], [503, 'unavailable'])
    assert.include(behind.checks.migrations.message, './ace migration:run')
    assert.equal(again.code, 200)
  })

  test('a check that hangs is given up within two seconds, and not asked twice', async ({
    assert,
  }) => {
    let asked = 0
    const never = async () => {
      asked += 1
      return delay(60_000, Result.ok('late'), { ref: false })
    }
    const rules = { name: 'x', away: 'It is away', look: never }
    const check = new NamedCheck({ ...rules, isNeeded: true })
    const startedAt = performance.now()

    const [first, second] = await Promise.all([check.run(), check.run()])

    assert.isBelow(performance.now() - startedAt, 20_000)
    assert.equal(asked, 1)
    assert.containsSubset(first, { status: 'error', message: 'It is away' })
    assert.equal(second.status, 'error')
  })

  test('a flood of questions is one', async ({ assert }) => {
    let asked = 0
    const ask = recently(async () => (asked += 1), 200)

    await Promise.all(Array.from({ length: 100 }, ask))
    await ask()
    const flood = asked
    await until(async () => (await ask()) > 1)

    assert.equal(flood, 1)
  })
})

test.group('Health without its servers', (group) => {
  let server: SpawnedServer
  group.setup(async () => {
    const nowhere = 'postgres://mediakeep:very-secret@127.0.0.1:1/nowhere'
    server = await spawnServer({ DATABASE_URL: nowhere, REDIS_URL: 'redis://127.0.0.1:1' })
    return async () => void (await server.end())
  })

  test('lives, is unready, and tells nothing secret', async ({ assert }) => {
    const live = await fetch(`${server.address}/health/live`)
    const ready = await fetch(`${server.address}/health/ready`)

    const text = await ready.text()
    const { checks } = JSON.parse(text) as Ready
    assert.equal(live.status, 200)
    assert.equal(ready.status, 503)
    assert.equal(checks.database.status, 'error')
    assert.equal(checks.redis.status, 'warning')
    assert.equal(checks.store.status, 'ok')
    assert.notMatch(text, /very-secret|127\.0\.0\.1|nowhere|\//)
  })
})

/** The answer as soon as it fits: it is kept for a second. */
async function saying(fits: (ready: Ready) => boolean): Promise<Ready> {
  let last: Ready | null = null
  await until(async () => {
    const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`)
    last = { code: answer.status, ...((await answer.json()) as Omit<Ready, 'code'>) }
    return fits(last)
  })
  return last!
}

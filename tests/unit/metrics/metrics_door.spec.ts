import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from '@japa/runner'
import { Metrics } from '#metrics/metrics'
import { openMetricsDoor } from '#metrics/serve_metrics'
import { freePort } from '#tests/helpers/free_port'
import type { LoggerService } from '@adonisjs/core/types'

function metricsOf(library: () => Promise<never>, role: 'web' | 'worker' = 'worker') {
  const rooms = async () => [{ name: 'Scratch', freeBytes: 1, totalBytes: 2 }]
  return new Metrics({ version: '1.2.3', role, repairKinds: [], rooms, library, pool: () => null })
}

/** What it said, and nothing else of a logger. */
function listeningLogger() {
  const said: string[] = []
  const take = (_of: unknown, words: string) => void said.push(words)
  return { said, logger: { info: take, error: take } as unknown as LoggerService }
}

function settingsOf(metricsPort: number, metricsHost = '127.0.0.1') {
  return { metricsToken: null, metricsHost, metricsPort }
}

const NOBODY = () => Promise.reject(new Error('not asked'))

test.group('The door of metrics', () => {
  test('takes the next port where its own is taken, and says so', async ({ assert, cleanup }) => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    cleanup(() => void other.close())
    const { said, logger } = listeningLogger()

    const door = await openMetricsDoor(metricsOf(NOBODY), settingsOf(port), logger)
    cleanup(() => door.close())

    assert.isAbove(door.port!, port)
    assert.isAtMost(door.port!, port + 9)
    assert.match(said[0], new RegExp(`port ${door.port}: METRICS_PORT=${port} is taken`))
    const answer = await fetch(`http://127.0.0.1:${door.port}/metrics`)
    assert.include(await answer.text(), 'mediakeep_info{version="1.2.3",role="worker"} 1')
    const elsewhere = await fetch(`http://127.0.0.1:${door.port}/etc/passwd`)
    assert.equal(elsewhere.status, 404)
  })

  test('that cannot be opened is told, and holds up nothing', async ({ assert }) => {
    const { said, logger } = listeningLogger()
    const settings = settingsOf(65_535, '203.0.113.1')

    const door = await openMetricsDoor(metricsOf(NOBODY), settings, logger)

    assert.isNull(door.port)
    assert.match(said[0], /METRICS_PORT=65535 on 203\.0\.113\.1 can be opened; work goes on/)
  })

  test('refuses in words whoever comes without the token', async ({ assert, cleanup }) => {
    const { logger } = listeningLogger()
    const settings = { ...settingsOf(await freePort()), metricsToken: 'sixteen-or-more-characters' }
    const door = await openMetricsDoor(metricsOf(NOBODY), settings, logger)
    cleanup(() => door.close())
    const address = `http://127.0.0.1:${door.port}/metrics`

    const refused = await fetch(address)
    const headers = { authorization: `Bearer ${settings.metricsToken}` }

    assert.equal(refused.status, 401)
    assert.equal(refused.headers.get('www-authenticate'), 'Bearer')
    assert.include(await refused.text(), 'METRICS_TOKEN')
    assert.equal((await fetch(address, { headers })).status, 200)
  })
})

test.group('A database that is away', () => {
  test('is told as such in time, and no old figure with it', async ({ assert }) => {
    const metrics = metricsOf(() => new Promise(() => undefined), 'web')

    const startedAt = performance.now()
    const text = await metrics.text()

    assert.isBelow(performance.now() - startedAt, 4_000)
    assert.match(text, /^mediakeep_database_up 0$/m)
    for (const name of [
      'mediakeep_dead_letters',
      'processing_queue_size',
      'mediakeep_schedulers',
    ]) {
      assert.notMatch(text, new RegExp(`^${name}[ {]`, 'm'))
    }
    assert.match(text, /^mediakeep_disk_free_bytes\{place="scratch"\} 1$/m)
  })
})

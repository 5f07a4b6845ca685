import { test } from '@japa/runner'
import { refuseReader, type MetricsGuard } from '#metrics/may_read'
import type { IncomingMessage } from 'node:http'

const OWN_PORT: MetricsGuard = { token: null, console: null }
const TOKEN = 'a-token-of-metrics'

function ask(headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') {
  const request = { headers: { host: 'localhost:9464', ...headers }, socket: { remoteAddress } }
  return request as unknown as IncomingMessage
}

function console(host: string | null, hasOwnPort = false): MetricsGuard {
  return { token: null, console: { host, hasOwnPort } }
}

test.group('Who may read metrics', () => {
  test('without a token: who calls from {$self}')
    .with(['127.0.0.1', '::1', '::ffff:172.18.0.4', '10.1.2.3', '192.168.1.9', 'fd00::1'])
    .run(({ assert }, address) => {
      assert.isNull(refuseReader(ask({}, address), OWN_PORT))
    })

  test('without a token: nobody who calls from {$self}')
    .with(['203.0.113.5', '2001:db8::1', '::ffff:8.8.8.8', '172.32.0.1', ''])
    .run(({ assert }, address) => {
      assert.equal(refuseReader(ask({}, address), OWN_PORT)?.status, 403)
    })

  test('without a token: nobody who comes through a proxy, which says {$self}')
    .with(['x-forwarded-for', 'x-real-ip', 'forwarded', 'via', 'x-forwarded-host'])
    .run(({ assert }, header) => {
      assert.equal(refuseReader(ask({ [header]: '10.0.0.1' }), OWN_PORT)?.status, 403)
    })

  test('without a token: nobody who asks for {$self}, a name that leads anywhere')
    .with(['videos.example.org', 'evil.example:9464', '203.0.113.5', ''])
    .run(({ assert }, host) => {
      assert.equal(refuseReader(ask({ host }), OWN_PORT)?.status, 403)
    })

  test('as containers call each other, by name or address', ({ assert }) => {
    for (const host of ['worker:9464', '172.18.0.4:9464', '[fd00::1]:9464']) {
      assert.isNull(refuseReader(ask({ host }, '172.18.0.9'), OWN_PORT), host)
    }
  })

  test('a console of a public name tells nobody without a token', ({ assert }) => {
    assert.isNull(refuseReader(ask(), console('localhost')))
    assert.isNull(refuseReader(ask(), console(null)))
    assert.equal(refuseReader(ask(), console('videos.example.org'))?.status, 403)
  })

  test('a console beside a port of metrics tells nobody without a token', ({ assert }) => {
    const refusal = refuseReader(ask(), console(null, true))

    assert.equal(refusal?.status, 403)
    assert.match(refusal!.words, /METRICS_PORT.*METRICS_TOKEN/)
  })

  test('with a token: whoever shows it, from anywhere, and nobody else', ({ assert }) => {
    const guard = { ...console('videos.example.org', true), token: TOKEN }
    const shown = (authorization: string) =>
      refuseReader(ask({ authorization, 'x-forwarded-for': '1.2.3.4' }, '203.0.113.5'), guard)

    assert.isNull(shown(`Bearer ${TOKEN}`))
    for (const wrong of ['', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN]) {
      assert.equal(shown(wrong)?.status, 401, wrong)
    }
    assert.equal(refuseReader(ask(), guard)?.status, 401)
  })
})

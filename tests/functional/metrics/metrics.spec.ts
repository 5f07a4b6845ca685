import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import type { ApiClient } from '@japa/api-client'
import { setTimeout as delay } from 'node:timers/promises'
import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { publishedVideo } from '#tests/helpers/published_video'
import { until } from '#tests/helpers/until'

test.group('/metrics of the console', (group) => {
  group.each.setup(() => cleanDatabase())

  test('tells whoever calls from this machine, and begins no session', async ({
    client,
    assert,
  }) => {
    const answer = await client.get('/metrics')

    answer.assertStatus(200)
    assert.match(answer.header('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
    assert.equal(answer.header('cache-control'), 'no-store')
    assert.isUndefined(answer.header('set-cookie'))
    assert.match(answer.text(), /^mediakeep_database_up 1$/m)
    assert.match(answer.text(), /^processing_queue_size\{lane="encode"\} \d+$/m)
    assert.match(answer.text(), /^nodejs_eventloop_lag_p99_seconds /m)
    assert.match(answer.text(), /^mediakeep_postgres_connections\{state="used"\} \d+$/m)
  })

  test('tells nobody through a proxy, in words that help', async ({ client, assert }) => {
    const answer = await client.get('/metrics').header('x-forwarded-for', '203.0.113.9')

    answer.assertStatus(403)
    assert.include(answer.text(), 'set METRICS_TOKEN')
    assert.notInclude(answer.text(), 'mediakeep_')
  })

  test('counts requests by route, and never by address', async ({ client, assert }) => {
    const { id } = await makeVideo({ title: 'a-title-of-somebody' })
    await client.get(`/videos/${id}`).redirects(0)
    await client.get('/no-such-place/secret-of-somebody').redirects(0)

    const text = (await client.get('/metrics')).text()

    const count = 'http_request_duration_seconds_count'
    assert.match(text, new RegExp(`${count}{route="/videos/:id",method="GET",status="3xx"} [1-9]`))
    assert.match(text, new RegExp(`${count}{route="none",method="GET",status="4xx"} [1-9]`))
    for (const secret of ['secret-of-somebody', 'a-title-of-somebody']) {
      assert.notInclude(text, secret)
    }
  })

  test('counts the bytes of what was sent, those of each request alone', async ({
    client,
    assert,
  }) => {
    const of = await publishedVideo(300_000)
    const token = await tokenOf('viewer')
    const sent = () => sentOfRenditions(client)
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const address = `http://${process.env.HOST}:${process.env.PORT}${of.path}`
    const headers = { authorization: `Bearer ${token}` }
    const before = await sent()
    for (const range of ['bytes=0-99999', 'bytes=0-0']) {
      const [answer] = await once(
        get(address, { agent, headers: { ...headers, range } }),
        'response'
      )
      await once((answer as IncomingMessage).resume(), 'end')
    }
    await until(async () => (await sent()) - before > 100_000)
    agent.destroy()

    assert.isBelow((await sent()) - before, 110_000)
  })

  test('counts on behind a reader that leaves with answers unread', async ({ client, assert }) => {
    const { path } = await publishedVideo(40_000_000)
    const authorization = `Bearer ${await tokenOf('viewer')}`
    const leave = async () => {
      const reader = connect(Number(process.env.PORT), process.env.HOST)
      const ask = `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n\r\n`
      reader.write(ask)
      await once(reader, 'readable') // and reads nothing of it
      await delay(300)
      reader.write(ask.repeat(2))
      await delay(300)
      reader.destroy()
    }
    const before = await sentOfRenditions(client)
    await Promise.all([leave(), leave(), leave()])
    await until(async () => (await sentOfRenditions(client)) > before)
    const left = await sentOfRenditions(client)

    const [answer] = await once(
      get(`http://${process.env.HOST}:${process.env.PORT}${path}`, { headers: { authorization } }),
      'response'
    )
    await once((answer as IncomingMessage).resume(), 'end')

    await until(async () => (await sentOfRenditions(client)) - left > 40_000_000)
    assert.isBelow((await sentOfRenditions(client)) - before, 10 * 40_000_000)
  })
})

async function sentOfRenditions(client: ApiClient): Promise<number> {
  const text = (await client.get('/metrics')).text()
  const line =
    /^http_response_bytes_total{route="\/api\/v1\/videos\/:id\/renditions\/:name"} (\S+)/m
  return Number(line.exec(text)?.[1] ?? 0)
}

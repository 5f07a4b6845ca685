import { once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { test } from '@japa/runner'
import { ConsoleClient } from '#app/terminal/bench/console/console_client'
import { OpenTab } from '#app/terminal/bench/console/open_tab'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf, tokenOf } from '#tests/helpers/people'
import { signIn } from '#tests/helpers/sign_in'
import { spawnServer } from '#tests/helpers/spawn_server'
import { until } from '#tests/helpers/until'

/** What a supervisor waits before it kills. */
const ENDS_WITHIN_MS = 20_000
const OPENED_BEFORE = 60

test.group('Server-sent events', (group) => {
  group.each.setup(() => cleanDatabase())

  test('nobody hears anything who is not signed in', async ({ client }) => {
    const events = await client.get('/__transmit/events').qs({ uid: 'a' }).redirects(0)
    events.assertStatus(302)
    const body = { uid: 'a', channel: 'every/page' }
    const subscription = await client
      .post('/__transmit/subscribe')
      .json(body)
      .withCsrfToken()
      .redirects(0)
    subscription.assertStatus(302)
  })

  test('{title} is refused')
    .with([
      { title: 'no channel', body: { uid: 'a' } },
      { title: 'a channel that is no text', body: { uid: 'a', channel: { a: 1 } } },
      { title: 'a channel of other letters', body: { uid: 'a', channel: '../../%00' } },
      { title: 'nobody', body: { channel: 'every/page' } },
    ])
    .run(async ({ client }, { body }) => {
      const user = await personOf('viewer')
      const answer = await client
        .post('/__transmit/subscribe')
        .loginAs(user)
        .withCsrfToken()
        .accept('json')
        .json(body)
      answer.assertStatus(422)
    })

  test('the tab of the bench hears of a change and asks for its page again', async ({
    assert,
    cleanup,
  }) => {
    const { email } = await personOf('viewer')
    const url = `http://${process.env.HOST}:${process.env.PORT}`
    const client = new ConsoleClient({ url, email, password: 'correct horse' })
    await client.signIn()
    const tab = new OpenTab(client, '/videos')
    cleanup(() => tab.close())
    await tab.open()

    await makeVideo()
    await until(async () => tab.pages > 0)

    assert.isAtLeast(tab.notices, 1)
  })

  test('a web process ends in time though somebody listens', async ({ assert, cleanup }) => {
    const server = await spawnServer()
    cleanup(async () => void (await server.end()))
    const cookie = await signIn(server.address, (await personOf('viewer')).email)
    const events = await fetch(`${server.address}/__transmit/events?uid=a`, { headers: { cookie } })
    if (!events.ok) assert.fail(`${events.status} ${await events.text()}`)
    assert.equal(events.headers.get('content-type'), 'text/event-stream')

    const askedAt = performance.now()
    assert.equal(await server.end(), 0)
    assert.isBelow(performance.now() - askedAt, ENDS_WITHIN_MS)
  })

  test('a web process ends in time though clients never cease to open {$self}')
    .with(['/__transmit/events?uid=', '/api/v1/events/stream?after=0&type='])
    .run(async ({ assert, cleanup }, path) => {
      const server = await spawnServer({ API_RATE_LIMIT: '1000000' })
      cleanup(async () => void (await server.end()))
      const cookie = await signIn(server.address, (await personOf('viewer')).email)
      const authorization = `Bearer ${await tokenOf('viewer')}`
      const headers = { cookie, authorization, accept: 'text/event-stream' }
      let opened = 0
      let isOver = false
      const keepOpening = async (name: number) => {
        while (!isOver) {
          const leaves = new AbortController()
          const wish = { headers, signal: leaves.signal }
          const asked = fetch(`${server.address}${path}x${name}.y`, wish)
          await asked.then(() => (opened += 1)).catch(() => {})
          await delay(50)
          if (opened < OPENED_BEFORE) leaves.abort() // later ones stay, as those of people do
        }
      }
      const clients = Array.from({ length: 8 }, (_, name) => keepOpening(name))
      await until(async () => opened >= OPENED_BEFORE - 8)

      const askedAt = performance.now()
      const code = await Promise.race([server.end(), delay(30_000, 'it goes on', { ref: false })])
      isOver = true
      await Promise.all(clients)

      assert.equal(code, 0)
      assert.isBelow(performance.now() - askedAt, 30_000)
    })

  test('a web process ends in time though a client always has one more request', async ({
    assert,
    cleanup,
  }) => {
    const server = await spawnServer()
    cleanup(async () => void (await server.end()))
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const answers: number[] = []
    const asking = keepAsking(`${server.address}/health/live`, agent, answers)
    await until(async () => answers.length > 10, 10_000)

    const askedAt = performance.now()
    assert.equal(await server.end(), 0)
    assert.isBelow(performance.now() - askedAt, ENDS_WITHIN_MS)
    assert.include(['ECONNREFUSED', 'ECONNRESET'], await asking)
    assert.deepEqual([...new Set(answers)], [200])
  })
})

/** Over one connection while it is kept. @returns the code of the error that ends it */
async function keepAsking(url: string, agent: Agent, answers: number[]): Promise<string> {
  for (;;) {
    const request = get(url, { agent })
    try {
      const [answer] = (await once(request, 'response')) as [IncomingMessage]
      answers.push(answer.statusCode!)
      await once(answer.resume(), 'end')
    } catch (error) {
      return (error as NodeJS.ErrnoException).code!
    }
  }
}

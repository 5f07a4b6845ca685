import { gzipSync } from 'node:zlib'
import { test } from '@japa/runner'
import limiter from '@adonisjs/limiter/services/main'
import { allowedOrigins } from '#config/cors'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { rawRequest } from '#tests/helpers/raw_request'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const SITE = 'https://films.example.org'

test.group('Rates of the API', (group) => {
  group.each.setup(() => cleanDatabase())

  test('every answer to a token tells what it has left', async ({ client, assert }) => {
    const token = await tokenOf('viewer')
    const first = await client.get('/api/v1/presets').bearerToken(token)
    const second = await client.get('/api/v1/videos/1').bearerToken(token)

    assert.deepEqual([first.status(), second.status()], [200, 404])
    assert.equal(first.header('x-ratelimit-limit'), '600')
    assert.equal(second.header('x-ratelimit-remaining'), '598')
    assert.closeTo(Number(second.header('x-ratelimit-reset')), Date.now() / 1000 + 60, 5)
    assert.equal(second.header('ratelimit-policy'), '"token";q=600;w=60')
    assert.match(second.header('ratelimit')!, /^"token";r=598;t=\d+$/)
  })

  test('an address that sends wrong tokens all the time waits, but right ones pass', async ({
    client,
    assert,
  }) => {
    const token = await tokenOf('viewer')
    const ask = (with_: string) => client.get('/api/v1/presets').bearerToken(with_)
    await ask(token)
    const address = 'wrong tokens 127.0.0.1'
    const wrong = limiter.use('memory', { requests: 60, duration: '1 minute' })
    await wrong.set(address, 59, '1 minute')

    const [last, refused] = [await ask('mk_wrong'), await ask('mk_wrong')]
    const right = await ask(token)
    await wrong.delete(address)

    assert.equal(last.status(), 401)
    assert.equal(refused.status(), 429)
    assert.equal(refused.body().code, 'E_TOO_MANY_WRONG_TOKENS')
    assert.isAbove(Number(refused.header('retry-after')), 0)
    assert.equal(right.status(), 200)
  })
})

test.group('Ids of requests', () => {
  test('one that fits is kept, another one is given: {$self}')
    .with(['trace-1.2:3', 'x'.repeat(129), 'a b', '<b>', 'é'])
    .run(async ({ client, assert }, id) => {
      const answer = await client.get('/api/v1/nothing').header('x-request-id', id)

      const told = answer.header('x-request-id')!
      if (id === 'trace-1.2:3') assert.equal(told, id)
      else assert.match(told, UUID)
      assert.equal(answer.body().request_id, told)
    })
})

test.group('Bodies of the API', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  /** As it is, byte for byte. */
  async function send(body: string | Buffer, headers: Record<string, string> = {}) {
    const lines = Object.entries({
      'Host': '127.0.0.1',
      'Connection': 'close',
      'Authorization': `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`)
    const head = `POST /api/v1/videos/2000000000/jobs HTTP/1.1\r\n${lines.join('')}\r\n`
    const answer = await rawRequest(Buffer.concat([Buffer.from(head), Buffer.from(body)]))
    return { status: answer.status, code: JSON.parse(answer.body).code as string }
  }

  test('may be nested 64 deep, not 65 and not 100,000', async ({ assert }) => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

    assert.deepEqual(await send(nested(64)), { status: 404, code: 'E_VIDEO_NOT_FOUND' })
    assert.deepEqual(await send(nested(65)), { status: 400, code: 'E_JSON_TOO_DEEP' })
    assert.equal((await send(nested(100_000), { 'Idempotency-Key': 'deep' })).status, 400)
  })

  test('are UTF-8: {charset} is {status}')
    .with([
      { charset: 'utf-8', status: 404 },
      { charset: '"UTF-8"', status: 404 },
      { charset: 'iso-8859-1', status: 415 },
      { charset: 'utf-7', status: 415 },
    ])
    .run(async ({ assert }, { charset, status }) => {
      const type = `application/json; charset=${charset}`
      const answer = await send('{"preset":"low"}', { 'Content-Type': type })

      assert.equal(answer.status, status)
    })

  test('that swell when they are unpacked are 413', async ({ assert }) => {
    const bomb = gzipSync(`{"preset":"${'a'.repeat(20_000_000)}"}`)
    const answer = await send(bomb, { 'Content-Encoding': 'gzip' })

    assert.equal(answer.status, 413)
  })

  test('make nobody a prototype, and of two of a name the last counts', async ({ assert }) => {
    const spoilt = await send('{"preset":"low","__proto__":{"priority":5}}')
    const twice = await send('{"preset":1,"preset":"low"}')

    assert.notInclude([200, 202, 500], spoilt.status)
    assert.isUndefined(({} as { priority?: number }).priority)
    assert.equal(twice.code, 'E_VIDEO_NOT_FOUND')
  })
})

test.group('Other sites', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.teardown(() => {
    allowedOrigins.length = 0
  })

  test('call nothing unless they are named', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/nothing').header('origin', SITE)

    assert.isUndefined(answer.header('access-control-allow-origin'))
  })

  test('that are named may ask, change, and read what heads of answers say', async ({
    client,
    assert,
  }) => {
    allowedOrigins.push(SITE)
    const token = await tokenOf('viewer')

    const asked = await client
      .options('/api/v1/videos')
      .header('origin', SITE)
      .header('access-control-request-method', 'POST')
      .header('access-control-request-headers', 'authorization,idempotency-key,if-match')
    const answer = await client.get('/api/v1/videos').bearerToken(token).header('origin', SITE)
    const stranger = await client
      .get('/api/v1/videos')
      .bearerToken(token)
      .header('origin', 'https://other.example.org')
    const page = await client.get('/login').header('origin', SITE)

    assert.equal(asked.status(), 204)
    assert.include(asked.header('access-control-allow-methods'), 'PATCH')
    assert.include(asked.header('access-control-allow-headers'), 'idempotency-key')
    assert.equal(answer.header('access-control-allow-origin'), SITE)
    assert.isUndefined(answer.header('access-control-allow-credentials'))
    for (const name of ['location', 'link', 'etag', 'ratelimit', 'x-request-id', 'retry-after']) {
      assert.include(answer.header('access-control-expose-headers')!.split(','), name)
    }
    assert.isUndefined(stranger.header('access-control-allow-origin'))
    assert.isUndefined(page.header('access-control-allow-origin'))
  })
})

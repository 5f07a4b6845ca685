import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { rawRequest } from '#tests/helpers/raw_request'

const IDS = [
  'abc',
  '0',
  '-1',
  '1.5',
  '1e400',
  '99999999999',
  '%00',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  "1'%20or%20'1'='1",
  '1;drop%20table%20videos',
  '%F0%9F%8E%AC',
  'a'.repeat(4000),
]

const ADDRESSES = [
  ['GET', 'videos/ID'],
  ['GET', 'videos/ID/status'],
  ['GET', 'videos/ID/renditions'],
  ['GET', 'videos/ID/renditions/medium'],
  ['GET', 'videos/ID/poster'],
  ['GET', 'videos/ID/original'],
  ['POST', 'videos/ID/jobs'],
  ['GET', 'jobs/ID'],
  ['POST', 'jobs/ID/cancellation'],
  ['POST', 'jobs/ID/retry'],
  ['GET', 'batches/ID'],
]

test.group('Hostile requests', (group) => {
  group.each.setup(() => cleanDatabase())

  test('what is no id is 404 everywhere: {$self}')
    .with(IDS)
    .run(async ({ assert }, id) => {
      await makeVideo()
      const token = await tokenOf('operator')
      for (const [method, address] of ADDRESSES) {
        const answer = await ask(method, `/api/v1/${address.replace('ID', id)}`, token)
        assert.equal(answer.status, 404, `${method} ${address}`)
        assert.match(answer.head, /content-type: application\/problem\+json/)
      }
    })

  test('a rendition’s name is never a path: {$self}')
    .with(['..%2f..%2foriginals', '%2e%2e', 'medium%00.mp4', 'medium%2f..%2flow'])
    .run(async ({ assert }, name) => {
      const video = await makeVideo()
      const address = `/api/v1/videos/${video.id}/renditions/${name}`
      const answer = await ask('GET', address, await tokenOf('viewer'))

      assert.equal(answer.status, 404)
    })

  test('an address that cannot be decoded is refused, not a crash', async ({ assert }) => {
    const answer = await ask('GET', '/api/v1/videos/%E0%A4%A', await tokenOf('viewer'))

    assert.isAtLeast(answer.status, 400)
    assert.isBelow(answer.status, 500)
  })

  test('a search is text, whatever it looks like: {$self}')
    .with(['%25', '_', '\\', "' or 1=1 --", '(((', '\u{1f3ac}'])
    .run(async ({ client, assert }, search) => {
      await makeVideo({ title: 'Plain words' })
      const answer = await client
        .get('/api/v1/videos')
        .qs({ search })
        .bearerToken(await tokenOf('viewer'))

      answer.assertStatus(200)
      assert.lengthOf(answer.body().data, 0)
    })

  test('a search finds parts of the title in any case', async ({ client, assert }) => {
    await makeVideo({ title: 'Plain words' })
    await makeVideo({ title: '100% others' })
    const answer = await client
      .get('/api/v1/videos')
      .qs({ search: '0% OTH' })
      .bearerToken(await tokenOf('viewer'))

    assert.deepEqual(
      answer.body().data.map((video: { title: string }) => video.title),
      ['100% others']
    )
  })

  test('parameters that are lists or objects are 422, not a crash: {$self}')
    .with([
      'after[]=1&after[]=2',
      'search[a]=1',
      'status[]=pending&status[]=failed',
      'limit[$gt]=1',
    ])
    .run(async ({ assert }, query) => {
      const answer = await ask('GET', `/api/v1/videos?${query}`, await tokenOf('viewer'))

      assert.equal(answer.status, 422)
    })

  test('a spoofed method opens no other route', async ({ assert }) => {
    const address = '/api/v1/videos?_method=DELETE'
    const answer = await ask('POST', address, await tokenOf('admin'))

    assert.isAtLeast(answer.status, 400)
    assert.isBelow(answer.status, 500)
  })
})

function ask(method: string, address: string, token: string) {
  const body = method === 'POST' ? '{"preset":"medium"}' : ''
  return rawRequest(
    `${method} ${address} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n` +
      `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`
  )
}

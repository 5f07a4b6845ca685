import { once } from 'node:events'
import { test } from '@japa/runner'
import type { Readable } from 'node:stream'
import app from '@adonisjs/core/services/app'
import { MediaStore } from '#storage/media_store'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { publishedVideo } from '#tests/helpers/published_video'
import { openConnection } from '#tests/helpers/raw_request'
import { until } from '#tests/helpers/until'

const SIZE_BYTES = 100_000

test.group('Files of renditions', (group) => {
  let token: string
  let of: Awaited<ReturnType<typeof publishedVideo>>

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('viewer')
    of = await publishedVideo(SIZE_BYTES, 'Strandläufer "2" / \u{1f3ac}')
  })

  async function get(
    options: { method?: string; query?: string; headers?: Record<string, string> } = {}
  ) {
    const address = `http://${process.env.HOST}:${process.env.PORT}${of.path}${options.query ?? ''}`
    const headers = { authorization: `Bearer ${token}`, ...options.headers }
    const answer = await fetch(address, { method: options.method ?? 'GET', headers })
    const body = Buffer.from(await answer.arrayBuffer())
    return { status: answer.status, header: (name: string) => answer.headers.get(name), body }
  }

  test('the whole file comes with what a player asks for', async ({ assert }) => {
    const answer = await get()

    assert.equal(answer.status, 200)
    assert.isTrue(answer.body.equals(of.bytes))
    assert.equal(answer.header('content-type'), 'video/mp4')
    assert.equal(answer.header('content-length'), String(SIZE_BYTES))
    assert.equal(answer.header('accept-ranges'), 'bytes')
    assert.equal(answer.header('etag'), `"${of.rendition.sha256}"`)
    assert.equal(answer.header('x-content-type-options'), 'nosniff')
    assert.isNull(answer.header('set-cookie'))
  })

  test('a range brings exactly its bytes: {range}')
    .with([
      { range: 'bytes=0-0', start: 0, end: 0 },
      { range: 'bytes=10-19', start: 10, end: 19 },
      { range: 'bytes=99990-', start: 99_990, end: 99_999 },
      { range: 'bytes=-5', start: 99_995, end: 99_999 },
      { range: 'bytes=-200000', start: 0, end: 99_999 },
      { range: 'bytes=50000-999999', start: 50_000, end: 99_999 },
    ])
    .run(async ({ assert }, { range, start, end }) => {
      const answer = await get({ headers: { range } })

      assert.equal(answer.status, 206)
      assert.equal(answer.header('content-range'), `bytes ${start}-${end}/${SIZE_BYTES}`)
      assert.equal(answer.header('content-length'), String(end - start + 1))
      assert.isTrue(answer.body.equals(of.bytes.subarray(start, end + 1)))
    })

  test('a range behind the end is 416 with the size: {range}')
    .with([{ range: 'bytes=100000-' }, { range: 'bytes=200000-300000' }, { range: 'bytes=-0' }])
    .run(async ({ assert }, { range }) => {
      const answer = await get({ headers: { range } })

      assert.equal(answer.status, 416)
      assert.equal(answer.header('content-range'), `bytes */${SIZE_BYTES}`)
      assert.lengthOf(answer.body, 0)
    })

  test('what is no single range of bytes brings the whole: {range}')
    .with([
      { range: 'bytes=0-1,5-6' },
      { range: 'lines=0-1' },
      { range: 'bytes=' },
      { range: 'bytes=-' },
      { range: 'bytes=9-3' },
      { range: 'bytes=a-b' },
    ])
    .run(async ({ assert }, { range }) => {
      const answer = await get({ headers: { range } })

      assert.equal(answer.status, 200)
      assert.lengthOf(answer.body, SIZE_BYTES)
    })

  test('If-Range resumes only the same file', async ({ assert }) => {
    const range = 'bytes=10-19'
    const same = await get({ headers: { range, 'if-range': `"${of.rendition.sha256}"` } })
    const other = await get({ headers: { range, 'if-range': '"another"' } })
    const date = of.rendition.createdAt.toJSDate().toUTCString()
    const sameDate = await get({ headers: { range, 'if-range': date } })

    assert.deepEqual([same.status, other.status, sameDate.status], [206, 200, 206])
    assert.lengthOf(other.body, SIZE_BYTES)
  })

  test('what the client has already is 304', async ({ assert }) => {
    const etag = `"${of.rendition.sha256}"`
    const answer = await get({ headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })

    assert.equal(answer.status, 304)
    assert.lengthOf(answer.body, 0)
  })

  test('HEAD tells the size and sends nothing, also with a range', async ({ assert }) => {
    const answer = await get({ method: 'HEAD' })
    const ranged = await get({ method: 'HEAD', headers: { range: 'bytes=0-9' } })

    assert.deepEqual([answer.status, ranged.status], [200, 200])
    assert.equal(answer.header('content-length'), String(SIZE_BYTES))
    assert.equal(ranged.header('content-length'), String(SIZE_BYTES))
    assert.lengthOf(answer.body, 0)
  })

  test('it plays in place, and is saved under a safe name on request', async ({ assert }) => {
    const inline = await get()
    const saved = await get({ query: '?download=1' })

    assert.match(inline.header('content-disposition')!, /^inline; /)
    assert.equal(
      saved.header('content-disposition'),
      `attachment; filename="Strandl_ufer _2_ _ __-medium.mp4"; ` +
        `filename*=UTF-8''Strandl%C3%A4ufer%20%222%22%20_%20%F0%9F%8E%AC-medium.mp4`
    )
  })

  test('a client that hangs up has the file closed', async ({ assert, cleanup }) => {
    const store = await app.container.make(MediaStore)
    const large = await publishedVideo(30_000_000)
    const opened: Readable[] = []
    const read = store.read.bind(store)
    store.read = async (...args) => {
      opened.push(await read(...args))
      return opened[0]
    }
    cleanup(() => void (store.read = read))
    const socket = await openConnection()
    socket.write(
      `GET ${large.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${token}\r\n\r\n`
    )
    await once(socket, 'data')

    socket.destroy()

    await until(async () => opened[0].destroyed)
    assert.isFalse(opened[0].readableEnded)
  })

  test('a rendition that does not exist is 404 and told which do', async ({ client, assert }) => {
    const answer = await client
      .get(`/api/v1/videos/${of.video.id}/renditions/huge`)
      .bearerToken(token)

    answer.assertStatus(404)
    assert.include(answer.body().detail, 'medium')
  })

  test('a file that the store lost is 404 with the remedy', async ({ client, assert }) => {
    const store = await app.container.make(MediaStore)
    await store.remove(of.rendition.fileKey)

    const answer = await client.get(of.path).bearerToken(token)

    answer.assertStatus(404)
    assert.equal(answer.body().code, 'E_FILE_MISSING')
  })
})

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import Video from '#videos/video'
import Job from '#jobs/job'
import { storagePath } from '#config/mediakeep'
import { IntakeLimits } from '#videos/intake_limits'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { openConnection, rawRequest, uploadBytes } from '#tests/helpers/raw_request'
import { until } from '#tests/helpers/until'
import { filesIn } from '#tests/helpers/work'
import { landscapeClip } from '#tests/fixtures/clips'

const INCOMING = join(storagePath, 'incoming')

test.group('Uploads', (group) => {
  let token: string
  let clip: Buffer

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })
  group.each.teardown(() => app.container.restoreAll())

  /** What a refusal must leave: no video, no bytes, no job. */
  async function nothingIsLeft() {
    const left = await Promise.all([Video.all(), Job.all(), filesIn(INCOMING)])
    return left.every((some) => some.length === 0)
  }

  async function clipBytes(basePath: string) {
    clip ??= await readFile(await landscapeClip(basePath))
    return clip
  }

  test('a form without a file is 422: {disposition}')
    .with([{ disposition: 'name="title"' }, { disposition: 'name="video"; filename=""' }])
    .run(async ({ assert }, { disposition }) => {
      const parts = [{ disposition, content: 'No file' }]
      const answer = await rawRequest(uploadBytes({ token, parts }))

      assert.equal(answer.status, 422)
      assert.equal(JSON.parse(answer.body).code, 'E_NO_FILE')
      assert.isTrue(await nothingIsLeft())
    })

  test('two files are 422, whichever fields they are in', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const content = await clipBytes(fs.basePath)
    const answer = await rawRequest(
      uploadBytes({
        token,
        parts: [
          { disposition: 'name="video"; filename="one.mp4"', content },
          { disposition: 'name="file"; filename="two.mp4"', content },
        ],
      })
    )

    assert.equal(answer.status, 422)
    assert.equal(JSON.parse(answer.body).code, 'E_UNEXPECTED_FILE')
    assert.isTrue(await nothingIsLeft())
  })

  test('a file in a field of another name is 422 and told the right one', async ({ assert }) => {
    const disposition = 'name="picture"; filename="one.mp4"'
    const answer = await rawRequest(uploadBytes({ token, parts: [{ disposition, content: 'x' }] }))

    assert.equal(answer.status, 422)
    assert.include(JSON.parse(answer.body).detail, '"video"')
  })

  test('text instead of a form is 415', async ({ client, assert }) => {
    const request = client.post('/api/v1/videos').bearerToken(token)
    request.request.type('text/plain').send('x')
    const answer = await request

    answer.assertStatus(415)
    assert.equal(answer.body().code, 'E_NOT_MULTIPART')
  })

  test('an empty file is 422', async ({ assert }) => {
    const disposition = 'name="video"; filename="empty.mp4"'
    const answer = await rawRequest(uploadBytes({ token, parts: [{ disposition, content: '' }] }))

    assert.equal(answer.status, 422)
    assert.equal(JSON.parse(answer.body).code, 'INPUT_EMPTY')
    assert.isTrue(await nothingIsLeft())
  })

  test('a text called mp4 is 422: the content decides', async ({ client, assert, fs }) => {
    await fs.mkdir('.')
    const path = join(fs.basePath, 'letter.mp4')
    await writeFile(path, 'Dear reader, this is a letter and no video.\n'.repeat(100))
    const answer = await client.post('/api/v1/videos').bearerToken(token).file('video', path)

    answer.assertStatus(422)
    assert.match(answer.body().code, /^INPUT_/)
    assert.include(answer.body().detail, 'letter.mp4')
    assert.isTrue(await nothingIsLeft())
  })

  test('a playlist that points at other files is 422', async ({ client, assert, fs }) => {
    await fs.mkdir('.')
    const path = join(fs.basePath, 'playlist.mp4')
    await writeFile(path, '#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n')
    const answer = await client.post('/api/v1/videos').bearerToken(token).file('video', path)

    answer.assertStatus(422)
    assert.isTrue(await nothingIsLeft())
  })

  test('an unknown preset is 422 and the file is not kept', async ({ client, assert, fs }) => {
    await fs.mkdir('.')
    const answer = await client
      .post('/api/v1/videos')
      .bearerToken(token)
      .file('video', await landscapeClip(fs.basePath))
      .field('preset', 'gigantic')

    answer.assertStatus(422)
    assert.equal(answer.body().code, 'E_PRESET_NOT_FOUND')
    assert.include(answer.body().detail, 'medium')
    assert.isTrue(await nothingIsLeft())
  })

  test('a preset starts work: a token without jobs:write is 403, the file not kept', async ({
    client,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const answer = await client
      .post('/api/v1/videos')
      .bearerToken(await tokenOf('operator', ['videos:write']))
      .file('video', await landscapeClip(fs.basePath))
      .field('preset', 'medium')

    answer.assertStatus(403)
    assert.include(answer.body().detail, '"jobs:write"')
    assert.isTrue(await nothingIsLeft())
  })

  test('a title that is too long is 422 and the file is not kept', async ({
    client,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const answer = await client
      .post('/api/v1/videos')
      .bearerToken(token)
      .file('video', await landscapeClip(fs.basePath))
      .field('title', 'x'.repeat(256))

    answer.assertStatus(422)
    assert.equal(answer.body().errors[0].field, 'title')
    assert.isTrue(await nothingIsLeft())
  })

  test('a size over the limit is 413 before the bytes are sent', async ({ assert }) => {
    const content = 'only the beginning'
    const disposition = 'name="video"; filename="big.mp4"'
    const headers = { 'Content-Length': String(3 * 1024 ** 3) }
    const answer = await rawRequest(
      uploadBytes({ token, headers, parts: [{ disposition, content }] })
    )

    assert.equal(answer.status, 413)
    assert.equal(JSON.parse(answer.body).code, 'E_VIDEO_TOO_LARGE')
    assert.include(JSON.parse(answer.body).detail, 'MAX_VIDEO_SIZE')
  })

  test('bytes beyond the limit are 413 where no size was told', async ({ assert }) => {
    const limits = await app.container.make(IntakeLimits)
    app.container.swap(IntakeLimits, () => new IntakeLimits(100_000, limits.probe, limits.binaries))
    const disposition = 'name="video"; filename="big.mp4"'
    const whole = uploadBytes({ token, parts: [{ disposition, content: Buffer.alloc(300_000) }] })
    const answer = await rawRequest(...chunked(whole))

    assert.equal(answer.status, 413)
    assert.isTrue(await nothingIsLeft())
  })

  test('a form that is cut off is 400', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const disposition = 'name="video"; filename="cut.mp4"'
    const parts = [{ disposition, content: await clipBytes(fs.basePath) }]
    const whole = uploadBytes({ token, parts })
    const cut = whole.subarray(0, whole.length - 40)
    const length = cut.length - (cut.indexOf('\r\n\r\n') + 4)
    const answer = await rawRequest(
      Buffer.from(
        cut.toString('latin1').replace(/Content-Length: \d+/, `Content-Length: ${length}`),
        'latin1'
      )
    )

    assert.equal(answer.status, 400)
    assert.isTrue(await nothingIsLeft())
  })

  test('a name that cannot be decoded is 400, not a crash', async ({ client, assert }) => {
    const disposition = `name="video"; filename*=utf-8''%E0%A4%A`
    const answer = await rawRequest(uploadBytes({ token, parts: [{ disposition, content: 'x' }] }))

    assert.equal(answer.status, 400)
    assert.equal(JSON.parse(answer.body).code, 'E_UPLOAD_MALFORMED')
    const next = await client.get('/api/v1/videos').bearerToken(token)
    next.assertStatus(200)
  })

  test('a client that vanishes leaves nothing', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const disposition = 'name="video"; filename="gone.mp4"'
    const parts = [{ disposition, content: Buffer.alloc(2_000_000) }]
    const whole = uploadBytes({ token, parts })
    const socket = await openConnection()
    socket.write(whole.subarray(0, 1_000_000))
    await until(() => filesIn(INCOMING).then((files) => files.length === 1))

    socket.destroy()

    await until(nothingIsLeft)
    assert.lengthOf(await Video.all(), 0)
  })

  test('a client that vanishes in a file without a name does no harm', async ({ client }) => {
    const disposition = 'name="video"; filename=""'
    const parts = [{ disposition, content: Buffer.alloc(2_000_000) }]
    const socket = await openConnection()
    socket.write(uploadBytes({ token, parts }).subarray(0, 1_000_000))
    await until(async () => socket.bytesWritten >= 1_000_000 && socket.writableLength === 0)

    socket.destroy()

    const answer = await client.get('/api/v1/videos').bearerToken(token)
    answer.assertStatus(200)
  })

  test('nothing but title and preset is taken from the form', async ({ client, assert, fs }) => {
    await fs.mkdir('.')
    const answer = await client
      .post('/api/v1/videos')
      .bearerToken(token)
      .file('file', await landscapeClip(fs.basePath))
      .fields({ 'id': '4711', 'status': 'completed', 'uploaded_by': '1', '__proto__[title]': 'x' })

    answer.assertStatus(201)
    assert.notEqual(answer.body().id, 4711)
    assert.equal(answer.body().status, 'pending')
    assert.equal(answer.body().title, 'landscape')
  })

  test('a hostile name is only a name: {title}')
    .with([
      { sent: 'filename="../../etc/passwd.mp4"', title: 'passwd' },
      { sent: 'filename="-rf --help.mp4"', title: '-rf --help' },
      { sent: 'filename="say %22hi%22; drop table.mp4"', title: 'say "hi"; drop table' },
      {
        sent: 'filename="\u{1f3ac} gr\u00fc\u00dfe \u6f22\u5b57.mp4"',
        title: '\u{1f3ac} gr\u00fc\u00dfe \u6f22\u5b57',
      },
      { sent: 'filename="a\0b&#0;c.mp4"', title: 'a b c' },
      { sent: `filename*=utf-8''line%0Abreak%0D%0AX-Evil:%201.mp4`, title: 'line break X-Evil: 1' },
      { sent: `filename="${'n'.repeat(1000)}.mp4"`, title: 'n'.repeat(255) },
    ])
    .run(async ({ client, assert, fs }, { sent, title }) => {
      await fs.mkdir('.')
      const parts = [
        { disposition: `name="video"; ${sent}`, content: await clipBytes(fs.basePath) },
      ]
      const answer = await rawRequest(uploadBytes({ token, parts }))

      assert.equal(answer.status, 201, answer.body)
      const video = JSON.parse(answer.body)
      assert.equal(video.title, title)
      const saved = await client.get(video.links.original).bearerToken(token)
      saved.assertStatus(200)
      assert.match(
        saved.header('content-disposition')!,
        /^attachment; filename="[^"/\\]*"; filename\*=UTF-8''[^ "/\\]*$/
      )
      assert.isUndefined(saved.header('x-evil'))
    })
})

/** The same request without Content-Length, its body in one chunk. */
function chunked(whole: Buffer): Buffer[] {
  const split = whole.indexOf('\r\n\r\n') + 4
  const head = whole.subarray(0, split).toString()
  const body = whole.subarray(split)
  return [
    Buffer.from(head.replace(/Content-Length: \d+/, 'Transfer-Encoding: chunked')),
    Buffer.from(`${body.length.toString(16)}\r\n`),
    body,
    Buffer.from('\r\n0\r\n\r\n'),
  ]
}

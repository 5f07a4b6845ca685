import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Watermark from '#watermarks/watermark'
import { storagePath } from '#config/mediakeep'
import { mediaInfo } from '#tests/fixtures/media_infos'
import { plainPicture } from '#tests/fixtures/pictures'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { addWatermark } from '#tests/helpers/watermarks'
import { filesIn } from '#tests/helpers/work'

test.group('Watermarks by the API', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('an operator adds one, and everybody with a token sees it', async ({
    client,
    assert,
    fs,
  }) => {
    const path = await plainPicture(fs.basePath)
    const viewer = await tokenOf('viewer')

    const added = await client
      .post('/api/v1/watermarks')
      .bearerToken(await tokenOf('operator'))
      .file('picture', path)
      .fields({ name: 'Acme' })

    added.assertStatus(201)
    added.assertHeader('location', added.body().links.self)
    added.assertBodyContains({ name: 'Acme', width: 64, height: 64, mime_type: 'image/png' })
    const list = await client.get('/api/v1/watermarks').bearerToken(viewer)
    assert.deepEqual(list.body().data, [added.body()])
    const one = await client.get('/api/v1/watermarks/acme').bearerToken(viewer)
    assert.deepEqual(one.body(), added.body())
    const picture = await client.get(added.body().links.picture).bearerToken(viewer)
    picture.assertHeader('content-type', 'image/png')
    assert.isTrue((await readFile(path)).equals(picture.body()))
  })

  test('the same bytes again answer with the record that is there', async ({ client, fs }) => {
    const path = await plainPicture(fs.basePath)
    const { watermark } = await addWatermark(path, 'Acme')

    const again = await client
      .post('/api/v1/watermarks')
      .bearerToken(await tokenOf('operator'))
      .file('file', path)

    again.assertStatus(200)
    again.assertBodyContains({ id: watermark.id, name: 'Acme' })
  })

  test('a viewer neither adds nor removes', async ({ client, assert, fs }) => {
    const path = await plainPicture(fs.basePath)
    const { watermark } = await addWatermark(path)
    const token = await tokenOf('viewer')

    const add = await client.post('/api/v1/watermarks').bearerToken(token).file('picture', path)
    const remove = await client.delete(`/api/v1/watermarks/${watermark.id}`).bearerToken(token)

    assert.deepEqual([add.status(), remove.status()], [403, 403])
    assert.lengthOf(await Watermark.all(), 1)
  })

  test('what is refused says why: {code}')
    .with([
      { code: 'E_WATERMARK_REFUSED', status: 422, content: 'no picture', field: 'picture' },
      { code: 'E_UNEXPECTED_FILE', status: 422, content: 'no picture', field: 'video' },
      {
        code: 'E_WATERMARK_TOO_LARGE',
        status: 413,
        content: Buffer.alloc(5 * 1024 * 1024 + 1),
        field: 'picture',
      },
    ])
    .run(async ({ client, assert, fs }, { code, status, content, field }) => {
      const path = join(fs.basePath, 'logo.png')
      await writeFile(path, content)

      const answer = await client
        .post('/api/v1/watermarks')
        .bearerToken(await tokenOf('operator'))
        .file(field, path)

      answer.assertStatus(status)
      assert.equal(answer.body().code, code)
      assert.deepEqual(await filesIn(storagePath), [])
    })

  test('a form without a picture says which field is missing', async ({ client, assert }) => {
    const answer = await client
      .post('/api/v1/watermarks')
      .bearerToken(await tokenOf('operator'))
      .fields({ name: 'x' })

    assert.isAtLeast(answer.status(), 400)
    assert.match(answer.body().detail, /"picture"/)
  })

  test('one is removed unless a job needs it', async ({ client, assert, fs }) => {
    const { watermark } = await addWatermark(await plainPicture(fs.basePath), 'Acme')
    const token = await tokenOf('operator')
    const video = await makeVideo()
    await video.merge({ mediaInfo: mediaInfo() }).save()
    const work = { operation: 'watermark', parameters: { picture: 'Acme' } }
    const started = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(token)
      .json(work)
    started.assertStatus(202)
    assert.equal(started.body().parameters.picture, watermark.id)

    const refused = await client.delete(`/api/v1/watermarks/Acme`).bearerToken(token)
    await db.from('jobs').update({ status: 'cancelled', finished_at: new Date() })
    const removed = await client.delete(`/api/v1/watermarks/Acme`).bearerToken(token)
    const gone = await client.get(`/api/v1/watermarks/Acme`).bearerToken(token)

    assert.equal(refused.body().code, 'E_WATERMARK_IN_USE')
    assert.deepEqual([refused.status(), removed.status(), gone.status()], [409, 204, 404])
    assert.deepEqual(await filesIn(storagePath), [])
  })

  test('a job with a name that nobody has names those there are', async ({
    client,
    assert,
    fs,
  }) => {
    await addWatermark(await plainPicture(fs.basePath), 'Acme')
    const video = await makeVideo()

    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(await tokenOf('operator'))
      .json({ operation: 'watermark', parameters: { picture: 'Acne' } })

    answer.assertStatus(422)
    assert.equal(answer.body().code, 'E_WATERMARK_NOT_FOUND')
    assert.match(answer.body().detail, /"Acne".*"Acme"/)
  })
})

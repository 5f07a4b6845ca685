import { test } from '@japa/runner'
import { join } from 'node:path'
import { createReadStream } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { storagePath } from '#config/mediakeep'
import { mediakeep } from '#accounts/actor'
import IngestVideo from '#videos/ingest_video'
import Job from '#jobs/job'
import Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { filesIn } from '#tests/helpers/work'
import { landscapeClip } from '#tests/fixtures/clips'

const ORIGINALS = join(storagePath, 'originals')
const INCOMING = join(storagePath, 'incoming')

test.group('The same bytes again', (group) => {
  let token: string
  let clip: string

  group.each.setup(async ({ context }) => {
    await cleanDatabase()
    token = await tokenOf('operator')
    await context.fs.mkdir('.')
    clip = await landscapeClip(context.fs.basePath)
  })

  test('are taken, and the answer names the video that had them', async ({ client, assert }) => {
    const send = () => client.post('/api/v1/videos').bearerToken(token).file('video', clip)
    const first = await send()
    assert.isNull(first.body().duplicate_of)

    const second = await send()

    second.assertStatus(201)
    const { id } = first.body()
    assert.deepEqual(second.body().duplicate_of, { id, href: `/api/v1/videos/${id}` })
    assert.notEqual(second.body().id, id)
  })

  test('reuse answers with the one that is here, and stores nothing', async ({
    client,
    assert,
  }) => {
    const first = await client.post('/api/v1/videos').bearerToken(token).file('video', clip)
    const before = await filesIn(ORIGINALS)

    const again = () =>
      client
        .post('/api/v1/videos?duplicate=reuse')
        .bearerToken(token)
        .file('video', clip)
        .field('preset', 'mobile')
    const second = await again()

    second.assertStatus(200)
    assert.equal(second.body().id, first.body().id)
    assert.equal(second.header('location'), `/api/v1/videos/${first.body().id}`)
    assert.equal(second.body().duplicate_of.id, first.body().id)
    assert.deepEqual(await filesIn(ORIGINALS), before)
    assert.lengthOf(await Video.all(), 1)

    const third = await again()
    assert.equal(third.body().job.id, second.body().job.id)
    assert.lengthOf(await Job.all(), 1)
  })

  test('reject is 409 and names it, also as a field of the form', async ({ client, assert }) => {
    const first = await client.post('/api/v1/videos').bearerToken(token).file('video', clip)

    const refused = await client
      .post('/api/v1/videos?duplicate=allow')
      .bearerToken(token)
      .file('video', clip)
      .field('duplicate', 'reject')

    refused.assertStatus(409)
    assert.equal(refused.body().code, 'E_DUPLICATE')
    assert.include(refused.body().detail, `video ${first.body().id}`)
    assert.lengthOf(await Video.all(), 1)
    assert.lengthOf(await filesIn(INCOMING), 0)
  })

  test('another word than these is told', async ({ client, assert }) => {
    const refused = await client
      .post('/api/v1/videos?duplicate=maybe')
      .bearerToken(token)
      .file('video', clip)
    refused.assertStatus(422)
    assert.equal(refused.body().errors[0].field, 'duplicate')
  })

  test('a video that is being deleted is no duplicate', async ({ client }) => {
    const first = await client.post('/api/v1/videos').bearerToken(token).file('video', clip)
    await Video.query()
      .where('id', first.body().id)
      .update({ deletion_requested_at: new Date(), deletion_requested_by: '{}' })
    const second = await client
      .post('/api/v1/videos?duplicate=reject')
      .bearerToken(token)
      .file('video', clip)
    second.assertStatus(201)
  })

  test('two at once: one is taken, the other reuses it', async ({ assert }) => {
    const ingest = await app.container.make(IngestVideo)
    const before = (await filesIn(ORIGINALS)).length
    const taken = await Promise.all(
      [1, 2, 3].map(() =>
        ingest.handle({
          content: createReadStream(clip),
          originalName: 'a.mp4',
          title: null,
          duplicate: 'reuse',
          by: mediakeep('system'),
        })
      )
    )
    assert.lengthOf(await Video.all(), 1)
    assert.lengthOf(
      taken.filter(({ isNew }) => isNew),
      1
    )
    assert.equal((await filesIn(ORIGINALS)).length, before + 1)
  })
})

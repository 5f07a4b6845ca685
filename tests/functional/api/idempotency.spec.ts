import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Batch from '#jobs/batches/batch'
import Job from '#jobs/job'
import Video from '#videos/video'
import { forgetAnswers } from '#accounts/kept_answers'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { landscapeClip } from '#tests/fixtures/clips'
import type { ApiClient } from '@japa/api-client'

const KEPT = 'idempotent_requests'

test.group('A request of one Idempotency-Key', (group) => {
  let token: string
  let video: Video
  let path: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
    video = await makeVideo()
    path = `/api/v1/videos/${video.id}/jobs`
  })

  const start = (client: ApiClient, body: object, key = 'night 1') =>
    client.post(path).bearerToken(token).header('Idempotency-Key', key).json(body)

  /** As it stands while it is being answered by a process that lives for so long. */
  const unanswered = (leaseS: number) =>
    db.from(KEPT).update({
      ...{ status: null, headers: null, body: null },
      leased_until: db.raw(`now() + interval '${leaseS} seconds'`),
    })

  test('is answered as before: status, Location and body, and nothing is done', async ({
    client,
    assert,
  }) => {
    const first = await start(client, { preset: 'low', priority: 3 })
    const again = await start(client, { priority: 3, preset: 'low' })

    assert.isUndefined(first.header('idempotency-replayed'))
    assert.equal(again.header('idempotency-replayed'), 'true')
    assert.equal(again.status(), 202)
    assert.equal(again.header('location'), first.header('location'))
    assert.equal(again.header('content-type'), first.header('content-type'))
    assert.equal(again.text(), first.text())
    assert.lengthOf(await Job.all(), 1)
  })

  test('keeps a secret that it told sealed, and tells it again', async ({ client, assert }) => {
    const admin = await tokenOf('admin')
    const add = () =>
      client
        .post('/api/v1/webhooks')
        .bearerToken(admin)
        .header('Idempotency-Key', 'hook')
        .json({ url: 'https://93.184.215.14/hook', event_types: ['*'] })

    const [first, again] = [await add(), await add()]
    const [kept] = await db.from(KEPT).where('key', 'hook')

    assert.equal(first.status(), 201)
    assert.match(first.body().secret, /^whsec_/)
    assert.equal(again.body().secret, first.body().secret)
    assert.notInclude(JSON.stringify(kept), first.body().secret)
    assert.notInclude(JSON.stringify(kept), 'whsec_')
  })

  test('that asks for something else is 409 and says what', async ({ client, assert }) => {
    await start(client, { preset: 'low' })

    const other = await start(client, { preset: 'high' })
    const elsewhere = await client
      .post('/api/v1/batches')
      .bearerToken(token)
      .header('Idempotency-Key', 'night 1')
      .json({ preset: 'low' })

    assert.deepEqual([other.status(), elsewhere.status()], [409, 409])
    assert.equal(other.body().code, 'E_IDEMPOTENCY_KEY_REUSED')
    assert.include(other.body().detail, 'preset was "low" and is "high"')
    assert.include(elsewhere.body().detail, `POST ${path} then, POST /api/v1/batches now`)
  })

  test('of somebody else is another', async ({ client, assert }) => {
    await start(client, { preset: 'low' })
    const theirs = await client
      .post(path)
      .bearerToken(await tokenOf('operator'))
      .header('Idempotency-Key', 'night 1')
      .json({ preset: 'high' })

    assert.equal(theirs.status(), 202)
    assert.isUndefined(theirs.header('idempotency-replayed'))
  })

  test('that was refused did nothing: it may come again, also otherwise', async ({
    client,
    assert,
  }) => {
    const refused = await start(client, { preset: 'gigantic' })
    const mended = await start(client, { preset: 'low' })

    assert.deepEqual([refused.status(), mended.status()], [422, 202])
  })

  test('at the same time is done once', async ({ client, assert }) => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => start(client, { preset: 'low' })))

    assert.deepEqual(
      answers.map((answer) => answer.status()),
      [202, 202, 202, 202]
    )
    const done = answers.filter((answer) => answer.header('idempotency-replayed') !== 'true')
    assert.lengthOf(done, 1)
    assert.lengthOf(await Job.all(), 1)
  })

  test('that takes long is waited for, then 409 with Retry-After', async ({ client, assert }) => {
    await start(client, { preset: 'low' })
    await unanswered(60)

    const answer = await start(client, { preset: 'low' })

    assert.equal(answer.status(), 409)
    assert.equal(answer.body().code, 'E_IDEMPOTENCY_KEY_IN_FLIGHT')
    assert.equal(answer.header('retry-after'), '2')
  })

  test('whose process died is done by the next; a batch that stood then stays the only one', async ({
    client,
    assert,
  }) => {
    const batch = () =>
      client
        .post('/api/v1/batches')
        .bearerToken(token)
        .header('Idempotency-Key', 'night 1')
        .json({ preset: 'low', status: 'any' })
    const first = await batch()
    await unanswered(-1)

    const second = await batch()

    assert.equal(second.status(), 202)
    assert.equal(second.body().id, first.body().id)
    assert.isUndefined(second.header('idempotency-replayed'))
    assert.lengthOf(await Batch.all(), 1)
  })

  test('a day later is a new one, and what was kept is gone', async ({ client, assert }) => {
    await start(client, { preset: 'low' })
    await db.from(KEPT).update({ asked_at: db.raw(`now() - interval '25 hours'`) })

    const later = await start(client, { preset: 'high' })
    await db.from(KEPT).update({ asked_at: db.raw(`now() - interval '25 hours'`) })

    assert.equal(later.status(), 202)
    assert.equal(await forgetAnswers(), 1)
  })

  test('is told only who may ask', async ({ client, assert }) => {
    await start(client, { preset: 'low' })
    await db.from('auth_access_tokens').update({ abilities: '["jobs:read"]' })

    const answer = await start(client, { preset: 'low' })

    assert.equal(answer.status(), 403)
  })

  test('needs a key of 1 to 255 printable characters: {$self}')
    .with(['x'.repeat(256), 'b\u00e9ta'])
    .run(async ({ client, assert }, key) => {
      const answer = await start(client, { preset: 'low' }, key)

      assert.equal(answer.status(), 422)
      assert.equal(answer.body().errors[0].field, 'idempotency-key')
      assert.lengthOf(await Job.all(), 0)
    })

  test('with a file takes the file once; one of another length is 409', async ({
    client,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const clip = await landscapeClip(fs.basePath)
    const upload = (title: string) =>
      client
        .post('/api/v1/videos')
        .bearerToken(token)
        .header('Idempotency-Key', 'file 1')
        .file('video', clip)
        .field('title', title)

    const [first, again] = [await upload('Sea'), await upload('Sea')]
    const other = await upload('Another sea')

    assert.deepEqual([first.status(), again.status(), other.status()], [201, 201, 409])
    assert.equal(again.body().id, first.body().id)
    assert.include(other.body().detail, 'content_length was')
    assert.lengthOf(await Video.query().whereNot({ id: video.id }), 1)
  })

  test('for an upload in pieces leads to the same upload', async ({ client, assert }) => {
    const create = (name: string) =>
      client
        .post('/api/v1/uploads')
        .bearerToken(token)
        .header('Idempotency-Key', 'tus 1')
        .header('Tus-Resumable', '1.0.0')
        .header('Upload-Length', '1000')
        .header('Upload-Metadata', `filename ${Buffer.from(name).toString('base64')}`)

    const [first, again, other] = [
      await create('a.mp4'),
      await create('a.mp4'),
      await create('b.mp4'),
    ]

    assert.deepEqual([first.status(), again.status(), other.status()], [201, 201, 409])
    assert.equal(again.header('location'), first.header('location'))
    assert.equal(again.header('tus-resumable'), '1.0.0')
    assert.equal(again.header('idempotency-replayed'), 'true')
  })
})

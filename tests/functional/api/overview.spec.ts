import { test } from '@japa/runner'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { BullmqJobQueue } from '#queue/bullmq_job_queue'
import { JobQueue } from '#jobs/job_queue'
import { registerWorker, tellIdle } from '#jobs/worker_registry'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'

/** Nothing listens there. */
const NO_REDIS = 'redis://127.0.0.1:1'

test.group('Batches', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  test('takes the oldest videos of the status, at most max_videos', async ({ client, assert }) => {
    const videos = [await makeVideo(), await makeVideo(), await makeVideo()]
    await makeVideo({ status: 'completed' })

    const answer = await client
      .post('/api/v1/batches')
      .bearerToken(token)
      .json({ status: 'pending', preset: 'medium', max_videos: 2 })

    answer.assertStatus(202)
    const batch = answer.body()
    assert.equal(answer.header('location'), `/api/v1/batches/${batch.id}`)
    assert.equal(batch.job_count, 2)
    const shown = await client.get(batch.links.self).bearerToken(token)
    assert.deepEqual(shown.body().jobs, {
      queued: 2,
      running: 0,
      completed: 0,
      failed: 0,
      cancelled: 0,
    })
    const jobs = await client.get(batch.links.jobs).bearerToken(token)
    assert.sameMembers(
      jobs.body().data.map((job: { video_id: number }) => job.video_id),
      [videos[0].id, videos[1].id]
    )
  })

  test('takes all pending videos where nothing is said', async ({ client, assert }) => {
    await makeVideo()
    await makeVideo()
    const answer = await client.post('/api/v1/batches').bearerToken(token).json({ preset: 'low' })

    answer.assertStatus(202)
    assert.containsSubset(answer.body(), { status: 'pending', max_videos: null, job_count: 2 })
  })

  test('a wrong {field} is 422: {$i}')
    .with([
      { body: {}, field: 'preset' },
      { body: { preset: 'low', max_videos: 0 }, field: 'max_videos' },
      { body: { preset: 'low', max_videos: 1.5 }, field: 'max_videos' },
      { body: { preset: 'low', max_videos: 99999999999 }, field: 'max_videos' },
      { body: { preset: 'low', status: 'everything' }, field: 'status' },
    ])
    .run(async ({ client, assert }, { body, field }) => {
      const answer = await client.post('/api/v1/batches').bearerToken(token).json(body)

      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    })
})

test.group('Queue and statistics', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('viewer')
  })
  group.each.teardown(() => app.container.restoreAll())

  test('an empty system has zeros and no average', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/queue').bearerToken(token)

    assert.containsSubset(answer.body(), {
      pending: 0,
      processing: 0,
      failed: 0,
      completed_today: 0,
      average_processing_seconds: null,
      average_processing_time: null,
      workers: [],
    })
    assert.onlyProperties(answer.body().reminders, ['waiting', 'delayed', 'active'])
  })

  test('what ended today counts, with the average in seconds and in words', async ({
    client,
    assert,
  }) => {
    await ended({ status: 'completed', tookS: 100 })
    await ended({ status: 'completed', tookS: 200 })
    await ended({ status: 'failed', tookS: 999, cause: 'TIME_LIMIT' })
    await registerWorker('worker-1', { encode: 2, quick: 3 })
    await tellIdle('worker-1', 'the disk is full')

    const answer = await client.get('/api/v1/queue').bearerToken(token)

    assert.equal(answer.body().completed_today, 2)
    assert.closeTo(answer.body().average_processing_seconds, 150, 0.01)
    assert.equal(answer.body().average_processing_time, '2m 30s')
    assert.containsSubset(answer.body().workers, [
      { id: 'worker-1', concurrency: 2, running_jobs: 0, idle_reason: 'the disk is full' },
      { lanes: { encode: { slots: 2, running: 0 }, quick: { slots: 3, running: 0 } } },
    ])
  })

  test('the facts are told also while Redis does not answer', async ({
    client,
    assert,
    cleanup,
  }) => {
    const queue = new BullmqJobQueue(NO_REDIS)
    cleanup(() => queue.close())
    app.container.swap(JobQueue, () => queue)

    const answer = await client.get('/api/v1/queue').bearerToken(token)

    answer.assertStatus(200)
    assert.isNull(answer.body().reminders)
    assert.equal(answer.body().pending, 0)
  })

  test('work is accepted also while Redis does not answer', async ({ client, assert, cleanup }) => {
    const queue = new BullmqJobQueue(NO_REDIS)
    cleanup(() => queue.close())
    app.container.swap(JobQueue, () => queue)
    const video = await makeVideo()

    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(await tokenOf('operator'))
      .json({ preset: 'medium' })

    answer.assertStatus(202)
    assert.equal(answer.body().status, 'queued')
  })

  test('statistics tell what was done, why it failed, and every day', async ({
    client,
    assert,
  }) => {
    await ended({ status: 'completed', tookS: 10 })
    await ended({ status: 'failed', tookS: 5, cause: 'DISK_FULL' })

    const answer = await client.get('/api/v1/statistics').qs({ days: 7 }).bearerToken(token)

    assert.containsSubset(answer.body(), {
      days: 7,
      videos_added: 2,
      completed: 1,
      failed: 1,
      success_rate: 0.5,
      bytes_in: 1000,
      causes: [{ cause: 'DISK_FULL', jobs: 1 }],
      presets: [{ preset: 'original', completed: 1, failed: 1 }],
    })
    assert.lengthOf(answer.body().daily, 7)
    const today = answer.body().daily.at(-1)
    assert.containsSubset(today, { completed: 1, failed: 1, cancelled: 0 })
    assert.equal(today.average_processing_seconds, answer.body().average_processing_seconds)
    assert.equal(today.bytes_in, answer.body().bytes_in)
    assert.equal(today.bytes_out, answer.body().bytes_out)
  })

  test('days are 1 to 365: {days} is 422')
    .with([{ days: '0' }, { days: '366' }, { days: '1.5' }, { days: "7'; drop table jobs" }])
    .run(async ({ client, assert }, { days }) => {
      const answer = await client.get('/api/v1/statistics').qs({ days }).bearerToken(token)

      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, 'days')
    })

  test('presets come in their order with version and recipe', async ({ client, assert }) => {
    const answer = await client.get('/api/v1/presets').bearerToken(token)

    const presets: { name: string; version: number; recipe: { renditions: unknown[] } }[] =
      answer.body().data
    assert.deepEqual(
      presets.map((preset) => preset.name),
      DEFAULT_PRESETS.map(({ name }) => name)
    )
    assert.isTrue(presets.every((preset) => preset.recipe.renditions.length > 0))
  })

  async function ended(of: { status: 'completed' | 'failed'; tookS: number; cause?: string }) {
    const video = await makeVideo({ status: of.status })
    await db.rawQuery(
      `insert into jobs (id, video_id, preset_version_id, status, requested_via, failure_cause,
         started_at, finished_at)
       select gen_random_uuid(), ?, v.id, ?, 'api', ?, now() - ? * interval '1 second', now()
       from preset_versions v join presets p on p.id = v.preset_id where p.name = 'original'`,
      [video.id, of.status, of.cause ?? null, of.tookS]
    )
  }
})

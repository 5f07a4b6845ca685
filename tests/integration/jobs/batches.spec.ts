import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import ReleaseBatch from '#jobs/batches/release_batch'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import StartBatch, { type BatchRequest } from '#jobs/batches/start_batch'
import SuperviseBatches from '#jobs/batches/supervise_batches'
import Video from '#videos/video'
import { BatchEnded, IdempotencyKeyReused } from '#jobs/errors'
import { cancelBatch } from '#jobs/batches/cancel_batch'
import { claimNext } from '#jobs/lanes/claim_next'
import { failAttempt, handBackAttempt } from '#jobs/life/end_attempt'
import { findBatch } from '#jobs/batches/find_batch'
import { holdBatch } from '#jobs/batches/hold_batch'
import { mediakeep } from '#accounts/actor'
import { moveJob } from '#jobs/life/move_job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'

const by = mediakeep('system')
const PERMANENT = { cause: 'INPUT_TRUNCATED', message: 'cut off', evidence: '' }

async function startBatch(videos: number, of: Partial<BatchRequest> = {}) {
  for (let n = 0; n < videos; n++) await makeVideo()
  const start = await app.container.make(StartBatch)
  return start.handle({ preset: 'mobile', maxVideos: null, by, ...of })
}

const supervise = async () => (await app.container.make(SuperviseBatches)).handle()
const stateOf = async (id: number) => (await findBatch(id)).state
const statuses = async (batchId: number) =>
  (await Job.query().where('batch_id', batchId).orderBy('id')).map((job) => job.status)

/** The next job ends as a worker would end it. */
async function next(end: 'completes' | 'fails') {
  const lease = (await claimNext('encode', 'w'))!
  if (end === 'fails') return failAttempt(lease, PERMANENT)
  return db.transaction((trx) =>
    moveJob(trx, { jobId: lease.jobId, from: 'running', to: 'completed' })
  )
}

test.group('A batch with a canary', (group) => {
  group.each.setup(() => cleanDatabase())

  test('runs a few first, then the others', async ({ assert }) => {
    const { batch, jobIds } = await startBatch(6, { canarySize: 2 })
    assert.lengthOf(jobIds, 2)
    assert.equal(await stateOf(batch.id), 'canary')

    await next('completes')
    await next('fails')
    assert.isNull(await claimNext('encode', 'w'), 'the others are held')
    await supervise()

    assert.equal(await stateOf(batch.id), 'running')
    for (let n = 0; n < 4; n++) await next('completes')
    await supervise()
    assert.equal(await stateOf(batch.id), 'finished')
    assert.deepEqual((await statuses(batch.id)).toSorted(), [
      ...Array.from({ length: 5 }, () => 'completed'),
      'failed',
    ])
  })

  test('stops behind a canary that died, and goes on when somebody says so', async ({ assert }) => {
    const { batch } = await startBatch(4, { canarySize: 1 })
    await next('fails')
    await supervise()
    const paused = await findBatch(batch.id)
    assert.equal(paused.state, 'paused')
    assert.match(paused.pauseReason!, /None of the first 1/)
    assert.deepEqual(await statuses(batch.id), ['failed', 'queued', 'queued', 'queued'])

    const release = await app.container.make(ReleaseBatch)
    assert.equal(await release.handle({ batchId: batch.id, by }), 3)
    await supervise()

    assert.equal(await stateOf(batch.id), 'running')
    assert.exists(await claimNext('encode', 'w'))
  })
})

test.group('A batch', (group) => {
  group.each.setup(() => cleanDatabase())

  test('whose jobs fail alike is paused before all of them have', async ({ assert }) => {
    const { batch } = await startBatch(12)
    for (let n = 0; n < 5; n++) {
      await next('fails')
      await supervise()
    }

    assert.equal(await stateOf(batch.id), 'paused')
    assert.lengthOf(
      (await statuses(batch.id)).filter((status) => status === 'failed'),
      5
    )
    assert.isNull(await claimNext('encode', 'w'))
  })

  test('that is paused holds what is handed back to it', async ({ assert }) => {
    const { batch } = await startBatch(3)
    const lease = (await claimNext('encode', 'w'))!
    await holdBatch({ batchId: batch.id, by, reason: 'lunch' })
    assert.isFalse(await holdBatch({ batchId: batch.id, by, reason: 'again' }))
    await handBackAttempt(lease)
    await supervise()
    assert.isNull(await claimNext('encode', 'w'))
    assert.equal((await findBatch(batch.id)).pauseReason, 'lunch')
  })

  test('cancelled: what waits at once, what runs is asked', async ({ assert }) => {
    const { batch } = await startBatch(4)
    const lease = (await claimNext('encode', 'w'))!

    assert.deepEqual(await cancelBatch({ batchId: batch.id, by }), { cancelled: 3, asked: 1 })

    const running = await Job.findOrFail(lease.jobId)
    assert.exists(running.cancelRequestedAt)
    assert.equal(await stateOf(batch.id), 'cancelled')
    const videos = await Video.query().orderBy('id')
    assert.sameMembers(
      videos.map(({ status }) => status),
      ['processing', 'cancelled', 'cancelled', 'cancelled']
    )
    await assert.rejects(() => cancelBatch({ batchId: batch.id, by }), BatchEnded)
  })

  test('of nothing is finished at once', async ({ assert }) => {
    const { batch } = await startBatch(0)
    assert.equal(await stateOf(batch.id), 'finished')
  })

  test('asked for twice with one key, at once, is one', async ({ assert }) => {
    for (let n = 0; n < 3; n++) await makeVideo()
    const asked = Array.from({ length: 4 }, () => startBatch(0, { idempotencyKey: 'night' }))

    const batches = (await Promise.all(asked)).map(({ batch }) => batch.id)

    assert.lengthOf(new Set(batches), 1)
    assert.lengthOf(await Job.all(), 3)
    await assert.rejects(
      () => startBatch(0, { idempotencyKey: 'night', tag: 'other' }),
      IdempotencyKeyReused
    )
  })

  test('is open again when one of its failures is retried', async ({ assert }) => {
    const { batch } = await startBatch(2)
    await next('fails')
    await next('completes')
    await supervise()
    assert.equal(await stateOf(batch.id), 'finished')

    const retry = await app.container.make(RetryFailedJobs)
    assert.lengthOf(await retry.handle({ batchId: batch.id, maxJobs: null, by }), 1)

    assert.equal(await stateOf(batch.id), 'running')
  })
})

test.group('The videos of a batch', (group) => {
  group.each.setup(() => cleanDatabase())

  const videoIds = async (batchId: number) =>
    (await Job.query().where('batch_id', batchId)).map((job) => job.videoId)

  test('are those of a tag', async ({ assert }) => {
    const tagged = await makeVideo()
    await makeVideo()
    await db
      .from('videos')
      .where('id', tagged.id)
      .update({ tags: ['lecture', 'keep'] })
    const { batch } = await startBatch(0, { tag: 'keep' })
    assert.deepEqual(await videoIds(batch.id), [tagged.id])
  })

  test('are those with a text in the title', async ({ assert }) => {
    const named = await makeVideo({ title: '100% of a Knee' })
    await makeVideo({ title: '1000 of a knee' })
    const { batch } = await startBatch(0, { search: '100% of' })
    assert.deepEqual(await videoIds(batch.id), [named.id])
  })

  test('are those that are old enough', async ({ assert }) => {
    const old = await makeVideo()
    await makeVideo()
    await db
      .from('videos')
      .where('id', old.id)
      .update({ created_at: db.raw(`now() - interval '8 d'`) })
    const { batch } = await startBatch(0, { olderThanDays: 7 })
    assert.deepEqual(await videoIds(batch.id), [old.id])
  })

  test('are in one batch only, however many are begun at once', async ({ assert }) => {
    for (let n = 0; n < 20; n++) await makeVideo()
    const batches = await Promise.all([startBatch(0), startBatch(0), startBatch(0)])
    const counts = batches.map(({ batch }) => batch.jobCount)
    assert.deepEqual(counts.toSorted(), [0, 0, 20])
  })
})

import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import CancelJob from '#jobs/life/cancel_job'
import Job from '#jobs/job'
import Reconcile from '#jobs/repair/reconcile'
import RetryJob from '#jobs/life/retry_job'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import StartBatch from '#jobs/batches/start_batch'
import { claimJob } from '#jobs/life/claim_job'
import { failAttempt, handBackAttempt } from '#jobs/life/end_attempt'
import { JobAlreadyActive, JobAlreadyEnded, JobNotRetriable } from '#jobs/errors'
import { renewLease } from '#jobs/life/job_lease'
import { mediakeep } from '#accounts/actor'
import { PresetNotFound } from '#presets/errors'
import { landscapeClip } from '../../fixtures/clips.js'
import { cleanDatabase } from '../../helpers/clean_database.js'
import { ingest, startJob } from '../../helpers/work.js'

const by = mediakeep('system')
const OUTAGE = { cause: 'STORAGE_UNREACHABLE', message: 'gone', evidence: 'EIO' }
const NOT_A_VIDEO = { cause: 'INPUT_NO_VIDEO', message: 'no', evidence: '' }

function expireLease(job: Job) {
  return db
    .from('jobs')
    .where('id', job.id)
    .update({ lease_expires_at: db.raw(`now() - interval '1 second'`) })
}

test.group('a job’s life', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('starting twice at once makes one job', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))

    const started = await Promise.allSettled([1, 2, 3, 4].map(() => startJob(video)))

    const refused = started.filter((one) => one.status === 'rejected').map((one) => one.reason)
    assert.lengthOf(refused, 3)
    for (const reason of refused) assert.instanceOf(reason, JobAlreadyActive)
    assert.lengthOf(await Job.all(), 1)
  })

  test('an unknown preset is refused with the names that exist', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))

    await assert.rejects(
      () => startJob(video, 'ultra'),
      /"ultra".*original, high, medium, low, mobile/
    )
    await assert.rejects(() => startJob(video, 'ultra'), PresetNotFound)
  })

  test('the video says what its job says', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    assert.equal(video.status, 'pending')

    const job = await startJob(video)
    assert.equal((await video.refresh()).status, 'queued')
    const lease = await claimJob(job.id, 'w')
    assert.equal((await video.refresh()).status, 'processing')
    await failAttempt(lease!, NOT_A_VIDEO)
    assert.equal((await video.refresh()).status, 'failed')
  })

  test('many workers claim and one gets it', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))

    const claims = await Promise.all([1, 2, 3, 4, 5].map((n) => claimJob(job.id, `w${n}`)))

    assert.lengthOf(claims.filter(Boolean), 1)
  })

  test('a transient failure waits for its next attempt, a permanent one is final', async ({
    fs,
    assert,
  }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))

    assert.equal(await failAttempt((await claimJob(job.id, 'w'))!, OUTAGE), 'waits_for_retry')
    await job.refresh()
    assert.equal(job.status, 'queued')
    assert.isAbove(job.dueAt.toMillis(), Date.now())
    assert.isNull(await claimJob(job.id, 'w'), 'it is not due yet')

    await db.from('jobs').update({ due_at: db.raw('now()') })
    assert.equal(await failAttempt((await claimJob(job.id, 'w'))!, NOT_A_VIDEO), 'failed')
    assert.equal((await job.refresh()).failureCause, 'INPUT_NO_VIDEO')
  })

  test('the third failure is the last', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))

    const ends = []
    for (let n = 1; n <= 3; n++) {
      await db.from('jobs').update({ due_at: db.raw('now()') })
      ends.push(await failAttempt((await claimJob(job.id, 'w'))!, OUTAGE))
    }

    assert.deepEqual(ends, ['waits_for_retry', 'waits_for_retry', 'failed'])
  })

  test('work handed back counts as no failure', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))

    assert.equal(await handBackAttempt((await claimJob(job.id, 'w'))!), 'handed_back')

    await job.refresh()
    assert.deepEqual([job.status, job.failureCount, job.lostCount], ['queued', 0, 0])
  })

  test('a lost worker’s job runs again, and its late words change nothing', async ({
    fs,
    assert,
  }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
    const late = (await claimJob(job.id, 'frozen'))!
    await expireLease(job)

    const reconcile = await app.container.make(Reconcile)
    const repairs = await Promise.all([reconcile.handle(), reconcile.handle(), reconcile.handle()])

    assert.equal(
      repairs.reduce((sum, one) => sum + (one.expired_leases ?? 0), 0),
      1
    )
    const next = (await claimJob(job.id, 'fresh'))!
    assert.isAbove(next.token, late.token)
    assert.equal(await renewLease(late, { phase: 'encode', progress: 0.9 }), 'lost')
    assert.isNull(await failAttempt(late, OUTAGE))
    assert.equal((await job.refresh()).status, 'running')
    assert.equal(job.failureCount, 0)
  })

  test('a job that loses three workers fails with that cause', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
    const reconcile = await app.container.make(Reconcile)

    for (let n = 1; n <= 3; n++) {
      await claimJob(job.id, 'w')
      await expireLease(job)
      await reconcile.handle()
    }

    await job.refresh()
    assert.deepEqual([job.status, job.failureCause], ['failed', 'WORKER_LOST'])
    const attempts = await job.related('attempts').query()
    assert.deepEqual(
      attempts.map((one) => one.status),
      ['lost', 'lost', 'lost']
    )
  })

  test('cancelling a waiting job is at once; a running one is asked', async ({ fs, assert }) => {
    const cancel = await app.container.make(CancelJob)
    const waiting = await startJob(await ingest(await landscapeClip(fs.basePath)))
    await cancel.handle({ job: waiting, by })
    assert.equal(waiting.status, 'cancelled')
    await assert.rejects(() => cancel.handle({ job: waiting, by }), JobAlreadyEnded)

    const running = await startJob(await ingest(await landscapeClip(fs.basePath)))
    const lease = (await claimJob(running.id, 'w'))!
    await cancel.handle({ job: running, by })
    assert.equal(running.status, 'running')
    assert.equal(await renewLease(lease, { phase: 'encode', progress: 0.5 }), 'cancel_requested')
  })

  test('a cancelled job whose worker vanished ends as cancelled', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
    await claimJob(job.id, 'w')
    await (await app.container.make(CancelJob)).handle({ job, by })
    await expireLease(job)

    await (await app.container.make(Reconcile)).handle()

    assert.equal((await job.refresh()).status, 'cancelled')
  })

  test('only what failed or was cancelled is retried', async ({ fs, assert }) => {
    const retry = await app.container.make(RetryJob)
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
    await assert.rejects(() => retry.handle({ job, by }), JobNotRetriable)

    await failAttempt((await claimJob(job.id, 'w'))!, NOT_A_VIDEO)
    await retry.handle({ job, by })

    assert.deepEqual([job.status, job.failureCount, job.failureCause], ['queued', 0, null])
  })

  test('retrying failed ones of transient causes leaves the others', async ({ fs, assert }) => {
    const jobs = []
    for (const failure of [OUTAGE, NOT_A_VIDEO]) {
      const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
      await db.from('jobs').where('id', job.id).update({ failure_count: 2 })
      await failAttempt((await claimJob(job.id, 'w'))!, failure)
      jobs.push(job)
    }

    const retryFailed = await app.container.make(RetryFailedJobs)
    const retried = await retryFailed.handle({ isTransientOnly: true, maxJobs: null, by })

    assert.deepEqual(retried, [jobs[0].id])
  })

  test('a batch takes the oldest videos of the status, and none twice', async ({ fs, assert }) => {
    const clip = await landscapeClip(fs.basePath)
    const videos = [await ingest(clip), await ingest(clip), await ingest(clip)]
    const startBatch = await app.container.make(StartBatch)
    const request = { status: 'pending', preset: 'low', by } as const

    const first = await startBatch.handle({ ...request, maxVideos: 2 })
    const second = await startBatch.handle({ ...request, maxVideos: null })

    assert.deepEqual([first.batch.jobCount, second.batch.jobCount], [2, 1])
    const jobs = await Job.query().orderBy('video_id')
    assert.deepEqual(
      jobs.map((job) => job.videoId),
      videos.map((video) => video.id)
    )
  })

  test('the database refuses what the code would never write', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))

    const write = (columns: object) => db.from('jobs').where('id', job.id).update(columns)

    await assert.rejects(() => write({ status: 'running' }), /jobs_lease_while_running/)
    await assert.rejects(() => write({ status: 'completed' }), /jobs_finished_when_ended/)
    await assert.rejects(() => write({ status: 'unheard' }), /status_check/)
  })
})

import { rm, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import DeleteVideo from '#jobs/life/delete_video'
import Job from '#jobs/job'
import Reconcile from '#jobs/repair/reconcile'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import StartBatch from '#jobs/batches/start_batch'
import Video from '#videos/video'
import ProcessJob from '#pipeline/process_job'
import { JobQueue } from '#jobs/job_queue'
import { VideoBeingDeleted } from '#jobs/errors'
import { VideoNotFound } from '#videos/errors'
import { MediaStore } from '#storage/media_store'
import { StorageUnreachable } from '#storage/errors'
import { MemoryJobQueue } from '#queue/memory_job_queue'
import { claimJob } from '#jobs/life/claim_job'
import { failAttempt } from '#jobs/life/end_attempt'
import { listVideos } from '#videos/list_videos'
import { scratchPath, storagePath } from '#config/mediakeep'
import { mediakeep } from '#accounts/actor'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { publishedVideo } from '#tests/helpers/published_video'
import { until } from '#tests/helpers/until'
import { filesIn, ingest, startJob, workOn } from '#tests/helpers/work'
import { endProcess, spawnWorker } from '#tests/helpers/worker_process'

const by = mediakeep('system')

async function deletes(videoId: number) {
  return (await app.container.make(DeleteVideo)).handle({ videoId, by })
}

async function rows() {
  const tables = ['videos', 'jobs', 'attempts', 'renditions'] as const
  const counts = tables.map((table) => db.from(table).count('* as n').first())
  return (await Promise.all(counts)).map(({ n }) => n)
}

/** Must be encoded, and takes some seconds. */
const LONG = { durationS: 120, width: 640, height: 360, encode: ['-c:v', 'mpeg4', '-c:a', 'aac'] }

/** What the audit says of deletions, in order. */
async function told() {
  const lines = await db.from('audit').whereLike('action', 'video.delet%').orderBy('id')
  return lines.map(({ action, details }) => [action, details?.endedBy].filter(Boolean).join(' by '))
}

const NOTHING = [0, 0, 0, 0]

function aged(column: string, ago: string) {
  return { [column]: db.raw(`now() - interval '${ago}'`) }
}

test.group('Deleting a video', (group) => {
  group.each.timeout(90_000)
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(() => rm(scratchPath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('takes everything with it, and the audit keeps what it was', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    assert.equal(await workOn(await startJob(video)), 'completed')
    const waits = await startJob(video, 'low')
    const kept = (await publishedVideo(10)).video

    assert.isTrue(await deletes(video.id))

    assert.deepEqual(await rows(), [1, 0, 0, 1])
    assert.deepEqual(await filesIn(storagePath), ['medium.mp4'])
    assert.isNotNull(await Video.find(kept.id))
    const line = await db.from('audit').where('action', 'video.deleted').first()
    assert.equal(line.subject_id, String(video.id))
    assert.deepInclude(line.details, {
      ...{ originalName: video.originalName, sha256: video.sha256, sizeBytes: video.sizeBytes },
      ...{ renditions: ['mobile'], jobs: 2 },
    })
    assert.include(line.details.jobIds, waits.id)
  })

  test('twice at once and once more is done once', async ({ assert }) => {
    const { video } = await publishedVideo(10)

    const ends = await Promise.allSettled([1, 2, 3].map(() => deletes(video.id)))

    assert.isTrue(ends.some((end) => end.status === 'fulfilled' && end.value))
    for (const end of ends) {
      if (end.status === 'rejected') assert.instanceOf(end.reason, VideoNotFound)
    }
    await assert.rejects(() => deletes(video.id), VideoNotFound)
    assert.deepEqual(await told(), ['video.deletion_requested', 'video.deleted by request'])
    assert.deepEqual(await filesIn(storagePath), [])
  })

  test('waits for a running job, and begins nothing new meanwhile', async ({ assert }) => {
    const video = await makeVideo()
    const failed = await startJob(video, 'low')
    await failAttempt((await claimJob(failed.id, 'w'))!, {
      ...{ cause: 'INPUT_NO_VIDEO', message: 'no', evidence: '' },
    })
    const running = await startJob(video)
    const waiting = await startJob(video, 'high')
    await claimJob(running.id, 'w')

    assert.isFalse(await deletes(video.id))
    assert.isFalse(await deletes(video.id))

    assert.equal((await waiting.refresh()).status, 'cancelled')
    assert.isNotNull((await running.refresh()).cancelRequestedAt)
    await assert.rejects(() => startJob(video, 'medium'), VideoBeingDeleted)
    const retryFailed = await app.container.make(RetryFailedJobs)
    assert.deepEqual(await retryFailed.handle({ maxJobs: null, by }), [])
    const startBatch = await app.container.make(StartBatch)
    const batch = await startBatch.handle({ preset: 'medium', maxVideos: null, by })
    assert.deepEqual(batch.jobIds, [])
    assert.lengthOf((await listVideos({ page: 1, perPage: 10 })).all(), 0)
  })

  test('goes when the lease of a dead worker has run out, and its late words change nothing', async ({
    assert,
    fs,
  }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const job = await startJob(video)
    const late = (await claimJob(job.id, 'dead'))!
    assert.isFalse(await deletes(video.id))

    const reconcile = await app.container.make(Reconcile)
    await db.from('videos').update(aged('deletion_requested_at', '1 minute'))
    assert.notProperty(await reconcile.handle(), 'unfinished_deletions')
    await db.from('jobs').update(aged('lease_expires_at', '1 second'))
    assert.deepInclude(await reconcile.handle(), { unfinished_deletions: 1 })
    assert.deepEqual(await told(), ['video.deletion_requested', 'video.deleted by reconciler'])

    assert.deepEqual(await rows(), NOTHING)
    const processJob = await app.container.make(ProcessJob)
    assert.equal(await processJob.handle(late, new AbortController().signal), 'lease_lost')
    assert.deepEqual(await rows(), NOTHING)
    assert.deepEqual([await filesIn(storagePath), await filesIn(scratchPath)], [[], []])
  })

  test('during publishing either way leaves nothing', async ({ assert, fs }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const job = await startJob(video)
    const deleted = Promise.withResolvers<void>()
    const store = await app.container.make(MediaStore)
    const keep = store.keep.bind(store)
    store.keep = async (path, key) => {
      await keep(path, key)
      await db.from('jobs').update(aged('lease_expires_at', '1 second'))
      await deletes(video.id).then(() => deleted.resolve(), deleted.reject)
    }

    const outcome = await workOn(job).finally(() => (store.keep = keep))
    await deleted.promise

    assert.equal(outcome, 'lease_lost')
    assert.deepEqual(await rows(), NOTHING)
    assert.deepEqual([await filesIn(storagePath), await filesIn(scratchPath)], [[], []])
  })

  test('files that cannot be removed have no owner then, and are collected', async ({
    assert,
    cleanup,
  }) => {
    const { video, rendition } = await publishedVideo(10)
    const store = await app.container.make(MediaStore)
    const remove = store.remove.bind(store)
    store.remove = async () => Promise.reject(new StorageUnreachable('gone'))
    cleanup(() => void (store.remove = remove))

    assert.isTrue(await deletes(video.id))

    assert.deepEqual(await rows(), NOTHING)
    assert.deepEqual(await filesIn(storagePath), ['medium.mp4'])
    store.remove = remove
    const twoHoursAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(join(storagePath, rendition.fileKey), twoHoursAgo, twoHoursAgo)
    await (await app.container.make(Reconcile)).handle()
    assert.deepEqual(await filesIn(storagePath), [])
  })

  test('takes back the reminders of what waited', async ({ assert, cleanup }) => {
    const queue = new MemoryJobQueue()
    app.container.swap(JobQueue, () => queue)
    cleanup(() => app.container.restore(JobQueue))
    const { video } = await publishedVideo(10)
    await startJob(video)
    assert.lengthOf(await queue.waiting(), 1)

    assert.isTrue(await deletes(video.id))

    assert.deepEqual(await queue.waiting(), [])
  })

  test('at half of an encode stops it, and leaves nothing', async ({ assert, fs, cleanup }) => {
    const video = await ingest(await landscapeClip(fs.basePath, LONG))
    const worker = spawnWorker()
    cleanup(async () => void (await endProcess(worker, 'SIGTERM')))
    const job = await startJob(video)
    await until(async () => {
      const now = await Job.findOrFail(job.id)
      return now.status === 'running' && now.phase === 'encode'
    }, 60_000)

    const isGone = await deletes(video.id)
    await until(async () => (await Video.find(video.id)) === null, 30_000)
    await until(async () => (await filesIn(scratchPath)).length === 0, 30_000)

    assert.isFalse(isGone)
    assert.deepEqual(await rows(), NOTHING)
    assert.deepEqual(await filesIn(storagePath), [])
  })
})

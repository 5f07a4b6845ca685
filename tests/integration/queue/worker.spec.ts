import type { ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import CancelJob from '#jobs/life/cancel_job'
import Reconcile from '#jobs/repair/reconcile'
import SendReminders from '#jobs/life/send_reminders'
import StartJob from '#jobs/life/start_job'
import type Job from '#jobs/job'
import Attempt from '#jobs/attempt'
import Rendition from '#videos/rendition'
import { liveWorkers } from '#jobs/worker_registry'
import { mediakeep } from '#accounts/actor'
import { BullmqJobQueue } from '#queue/bullmq_job_queue'
import { scratchPath, storagePath } from '#config/mediakeep'
import { landscapeClip } from '../../fixtures/clips.js'
import { cleanDatabase } from '../../helpers/clean_database.js'
import { until } from '../../helpers/until.js'
import { filesIn, ingest, startJob } from '../../helpers/work.js'
import { freePort } from '#tests/helpers/free_port'
import { endProcess, isAlive, spawnRedis, spawnWorker } from '../../helpers/worker_process.js'

/** Long enough that an encode can be met half-way: some seconds of work. */
const LONG = { width: 1280, height: 720, durationS: 30 }

const status = (job: Job) => job.refresh().then((fresh) => fresh.status)
const encodes = async (job: Job) => (await job.refresh()).phase === 'encode' && job.progress > 0.05
const lastAttempt = (job: Job) =>
  Attempt.query().where('job_id', job.id).orderBy('number', 'desc').firstOrFail()

test.group('a worker process', (group) => {
  const children: ChildProcess[] = []
  const keep = (child: ChildProcess) => {
    children.push(child)
    return child
  }

  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(() => rm(scratchPath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))
  group.each.teardown(async () => {
    for (const child of children.splice(0)) await endProcess(child, 'SIGKILL')
  })

  test('runs what is asked for and leaves nothing in scratch', async ({ fs, assert }) => {
    keep(spawnWorker())
    const video = await ingest(await landscapeClip(fs.basePath))
    const job = await startJob(video)

    await until(async () => (await status(job)) === 'completed', 30_000)

    const [rendition] = await Rendition.query().where('video_id', video.id)
    assert.equal(rendition.name, 'mobile')
    assert.equal((await video.refresh()).status, 'completed')
    await until(async () => (await filesIn(scratchPath)).length === 0)
  })

  test('killed in mid-encode: its ffmpeg dies, another worker completes the job once', async ({
    fs,
    assert,
  }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath, LONG)), 'medium')
    const doomed = keep(spawnWorker())
    await until(() => encodes(job), 60_000)
    const { processId } = await lastAttempt(job)

    await endProcess(doomed, 'SIGKILL')
    await until(async () => !isAlive(processId!), 10_000)
    keep(spawnWorker())
    await until(async () => (await status(job)) === 'completed', 90_000)

    const attempts = await Attempt.query().where('job_id', job.id).orderBy('number')
    assert.deepEqual(
      attempts.map((one) => one.status),
      ['lost', 'completed']
    )
    const renditions = await Rendition.query().where('job_id', job.id)
    assert.lengthOf(renditions, 1)
    assert.equal(job.failureCount, 0)
    await until(async () => (await filesIn(scratchPath)).length === 0, 10_000)
  }).timeout(150_000)

  test('told to stop: what can end within the grace ends, and nothing more is begun', async ({
    fs,
    assert,
  }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath, LONG)), 'mobile')
    const worker = keep(spawnWorker({ DRAIN_GRACE: '120s', WORKER_CONCURRENCY: '1' }))
    await until(() => encodes(job), 60_000)

    const ended = endProcess(worker, 'SIGTERM')
    const later = await startJob(await ingest(await landscapeClip(fs.basePath)))

    assert.equal(await ended, 0)
    assert.equal(await status(job), 'completed')
    assert.equal(await status(later), 'queued')
  }).timeout(180_000)

  test('told to stop twice: hands back at once, whatever the grace', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath, LONG)), 'medium')
    const worker = keep(spawnWorker({ DRAIN_GRACE: '120s' }))
    await until(() => encodes(job), 60_000)

    worker.kill('SIGTERM')
    // Two signals of a kind that wait at once are one (man 7 signal): the first must have been taken.
    await until(async () => /told to stop/.test((await liveWorkers())[0]?.idleReason ?? ''), 10_000)
    assert.equal(await status(job), 'running')
    assert.equal(await endProcess(worker, 'SIGTERM'), 0)

    assert.equal(await status(job), 'queued')
    assert.equal((await lastAttempt(job)).status, 'handed_back')
  }).timeout(120_000)

  test('told to stop: hands the job back and ends cleanly', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath, LONG)), 'medium')
    const worker = keep(spawnWorker({ DRAIN_GRACE: '0s' }))
    await until(() => encodes(job), 60_000)
    const { processId } = await lastAttempt(job)

    const exitCode = await endProcess(worker, 'SIGTERM')

    assert.equal(exitCode, 0)
    assert.isFalse(isAlive(processId!))
    assert.equal(await status(job), 'queued')
    assert.deepEqual([job.failureCount, job.lostCount], [0, 0])
    assert.equal((await lastAttempt(job)).status, 'handed_back')
    assert.deepEqual(await filesIn(scratchPath), [])
  }).timeout(150_000)

  test('a cancelled job’s ffmpeg is gone within two seconds', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath, LONG)), 'medium')
    keep(spawnWorker())
    await until(() => encodes(job), 60_000)
    const { processId } = await lastAttempt(job)

    const askedAt = performance.now()
    await (await app.container.make(CancelJob)).handle({ job, by: mediakeep('system') })
    await until(async () => (await status(job)) === 'cancelled')

    assert.isBelow(performance.now() - askedAt, 10_000)
    assert.isFalse(isAlive(processId!))
    assert.deepEqual(await filesIn(join(storagePath, 'renditions', String(job.videoId))), [])
  }).timeout(150_000)

  test('Redis killed with its data in mid-encode: every job still completes once', async ({
    fs,
    assert,
    cleanup,
  }) => {
    const port = await freePort()
    const url = `redis://127.0.0.1:${port}`
    const queue = new BullmqJobQueue(url)
    cleanup(() => queue.close())
    const reminders = new SendReminders(queue)
    const start = new StartJob(reminders)
    let redis = keep(await spawnRedis(port))
    const clip = await landscapeClip(fs.basePath, { ...LONG, durationS: 10 })
    const by = mediakeep('system')
    keep(spawnWorker({ REDIS_URL: url }))
    const jobs: Job[] = []
    for (let n = 0; n < 4; n++) {
      jobs.push(await start.handle({ video: await ingest(clip), preset: 'low', by }))
    }
    await until(() => encodes(jobs[0]), 30_000)

    await endProcess(redis, 'SIGKILL')
    const late = await start.handle({ video: await ingest(clip), preset: 'low', by })
    assert.equal(await status(late), 'queued', 'accepted while Redis is away')
    redis = keep(await spawnRedis(port))
    jobs.push(late)
    await until(async () => {
      const states = await Promise.all(jobs.map(status))
      return states.every((state) => state === 'completed')
    }, 120_000)

    const attempts = await Attempt.query().where('status', 'completed')
    assert.lengthOf(attempts, jobs.length)
    assert.lengthOf(await Rendition.all(), jobs.length)
  }).timeout(180_000)

  test('told to stop while Redis is away: it ends all the same', async ({ assert, cleanup }) => {
    const port = await freePort()
    const redis = await spawnRedis(port)
    cleanup(async () => void (await endProcess(redis, 'SIGKILL')))
    const worker = keep(spawnWorker({ REDIS_URL: `redis://127.0.0.1:${port}`, DRAIN_GRACE: '0s' }))
    await until(async () => (await liveWorkers()).length === 1, 30_000)
    await endProcess(redis, 'SIGKILL')
    await delay(1_500) // it tries to connect anew by then

    const askedAt = performance.now()
    assert.equal(await endProcess(worker, 'SIGTERM'), 0)
    assert.isBelow(performance.now() - askedAt, 15_000)
  }).timeout(90_000)

  test('a worker that starts while Redis is away works once it is back', async ({ fs, assert }) => {
    const port = await freePort()
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
    keep(spawnWorker({ REDIS_URL: `redis://127.0.0.1:${port}` }))
    await until(async () => (await liveWorkers()).length === 1, 20_000)

    keep(await spawnRedis(port))
    await db.rawQuery('update jobs set reminded_at = null') // it was sent to another Redis
    await until(async () => (await status(job)) === 'completed', 40_000)

    assert.equal(job.attemptCount, 1)
  })

  test('a reminder that comes five times runs the job once', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
    const reminders = await app.container.make(SendReminders)
    for (let n = 0; n < 4; n++) {
      await delay(2) // the sending's own id is made of the time
      await reminders.handle([job.id])
    }

    keep(spawnWorker())
    await until(async () => (await status(job)) === 'completed', 30_000)

    assert.lengthOf(await Attempt.query().where('job_id', job.id), 1)
  })

  test('a queue that forgot everything is reminded', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
    await (await app.container.make(SendReminders)).handle([])
    const forgot = new BullmqJobQueue(process.env.REDIS_URL!)
    await forgot.open('encode').obliterate({ force: true })
    await forgot.close()
    await db.rawQuery(`update jobs set reminded_at = now() - interval '1 minute'`)

    const repairs = await (await app.container.make(Reconcile)).handle()

    assert.equal(repairs.vanished_reminders, 1)
    keep(spawnWorker())
    await until(async () => (await status(job)) === 'completed', 30_000)
  })
})

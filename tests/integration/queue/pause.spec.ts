import type { ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Attempt from '#jobs/attempt'
import CancelJob from '#jobs/life/cancel_job'
import PauseJob from '#jobs/life/pause_job'
import Rendition from '#videos/rendition'
import Video from '#videos/video'
import { mediakeep } from '#accounts/actor'
import { scratchPath, storagePath } from '#config/mediakeep'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { until } from '#tests/helpers/until'
import { filesIn, ingest, startJob } from '#tests/helpers/work'
import { endProcess, isAlive, spawnWorker, stateOf } from '#tests/helpers/worker_process'
import type Job from '#jobs/job'

const by = mediakeep('system')
/** Some seconds of work. */
const LONG = { width: 1280, height: 720, durationS: 8 }

const pause = async (job: Job) => (await app.container.make(PauseJob)).pause({ job, by })
const resume = async (job: Job) => (await app.container.make(PauseJob)).resume({ job, by })
const status = (job: Job) => job.refresh().then((fresh) => fresh.status)
const encodes = async (job: Job) => (await job.refresh()).phase === 'encode' && job.progress > 0.05
const lastAttempt = (job: Job) =>
  Attempt.query().where('job_id', job.id).orderBy('number', 'desc').firstOrFail()

test.group('a running job that is paused', (group) => {
  const children: ChildProcess[] = []
  const worker = (settings: Record<string, string> = {}) => {
    children.push(spawnWorker(settings))
    return children.at(-1)!
  }

  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(() => rm(scratchPath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))
  group.each.teardown(async () => {
    for (const child of children.splice(0)) await endProcess(child, 'SIGKILL')
  })

  async function pausedJob(folder: string) {
    const video = await ingest(await landscapeClip(folder, LONG))
    const job = await startJob(video, 'medium')
    await until(() => encodes(job), 60_000)
    await pause(job)
    await until(async () => (await job.refresh()).pausedAt !== null, 5_000)
    const { processId } = await lastAttempt(job)
    await until(async () => stateOf(processId!) === 'T', 5_000)
    return { job, processId: processId! }
  }

  test('stands still, keeps its lease and makes the whole film in the end', async ({
    fs,
    assert,
  }) => {
    worker()
    const { job } = await pausedJob(fs.basePath)
    const { progress } = await job.refresh()
    const { lease_expires_at: first } = await db.from('jobs').where('id', job.id).first()
    const renewed = async () => {
      const row = await db.from('jobs').where('id', job.id).first()
      return row.lease_expires_at.getTime() - first.getTime() > 3_000
    }
    await until(renewed, 10_000)
    assert.closeTo((await job.refresh()).progress, progress, 0.05)
    assert.equal(job.status, 'running')

    await resume(job)
    await until(async () => (await status(job)) === 'completed', 120_000)
    assert.isNull(job.pausedAt)
    const [paused] = await Rendition.query().where('job_id', job.id)
    const source = await Video.findOrFail(job.videoId)
    assert.closeTo(paused.durationS, source.durationS, 0.1)
    assert.isTrue(paused.proof.checks.every(({ ok }) => ok))
    const actions = (await db.from('audit').where('subject_id', job.id)).map((one) => one.action)
    assert.includeMembers(actions, ['job.paused', 'job.resumed'])
  }).timeout(300_000)

  test('is cancelled as quickly as one that runs', async ({ fs, assert }) => {
    worker()
    const { job, processId } = await pausedJob(fs.basePath)

    const askedAt = performance.now()
    await (await app.container.make(CancelJob)).handle({ job, by })
    await until(async () => (await status(job)) === 'cancelled', 10_000)

    assert.isBelow(performance.now() - askedAt, 5_000)
    assert.isFalse(isAlive(processId))
    await until(async () => (await filesIn(scratchPath)).length === 0, 5_000)
  }).timeout(120_000)

  for (const MEDIA_JAIL of ['auto', 'off']) {
    test(`leaves no process behind when its worker is killed, with MEDIA_JAIL=${MEDIA_JAIL}`, async ({
      fs,
      assert,
    }) => {
      const doomed = worker({ MEDIA_JAIL })
      const { processId } = await pausedJob(fs.basePath)
      assert.isTrue(isAlive(processId))

      await endProcess(doomed, 'SIGKILL')

      await until(async () => !isAlive(processId), 3_000)
    }).timeout(120_000)
  }

  test('stays paused when its worker ends, and the next one waits until it is resumed', async ({
    fs,
    assert,
  }) => {
    const first = worker({ WORKER_GRACE: '0s' })
    const { job } = await pausedJob(fs.basePath)

    await endProcess(first, 'SIGTERM')
    assert.deepEqual([await status(job), job.isPaused], ['queued', true])
    const other = await startJob(await ingest(await landscapeClip(fs.basePath)), 'mobile')
    worker()
    await until(async () => (await status(other)) === 'completed', 60_000)
    assert.deepEqual([await status(job), job.attemptCount], ['queued', 1])

    await resume(job)
    await until(async () => (await status(job)) === 'running', 10_000)
    assert.isNull(job.pausedAt)
  }).timeout(180_000)
})

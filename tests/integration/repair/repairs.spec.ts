import { existsSync } from 'node:fs'
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Reconcile from '#jobs/repair/reconcile'
import { allRepairs } from '#jobs/repair/all_repairs'
import { claimJob } from '#jobs/life/claim_job'
import { JobQueue } from '#jobs/job_queue'
import { MemoryJobQueue } from '#queue/memory_job_queue'
import { scratchPath, storagePath } from '#config/mediakeep'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { publishedVideo } from '#tests/helpers/published_video'
import { filesIn, startJob } from '#tests/helpers/work'
import type Job from '#jobs/job'

const HOUR_MS = 3_600_000

/** A file in the store that was kept so long ago. */
async function storedFile(key: string, hoursAgo: number) {
  const path = join(storagePath, key)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, 'bytes')
  await age(key, hoursAgo)
}

async function age(key: string, hoursAgo: number) {
  const at = new Date(Date.now() - hoursAgo * HOUR_MS)
  await utimes(join(storagePath, key), at, at)
}

async function found(kind: string) {
  const repairs = await allRepairs()
  const repair = repairs.find((one) => one.kind === kind)!
  return repair.find()
}

async function reconcile() {
  return (await app.container.make(Reconcile)).handle()
}

/** As if it were asked for a minute ago. */
const agedMinute = { queued_at: db.raw(`now() - interval '1 minute'`) }
const sentMinuteAgo = { reminded_at: db.raw(`now() - interval '1 minute'`) }

function audited(action: string) {
  return db.from('audit').where({ action, via: 'system' })
}

test.group('The reconciler', (group) => {
  let queue: MemoryJobQueue

  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(() => rm(scratchPath, { recursive: true, force: true }))
  group.each.setup(() => {
    queue = new MemoryJobQueue()
    app.container.swap(JobQueue, () => queue)
    return () => app.container.restore(JobQueue)
  })

  async function queuedJob(): Promise<Job> {
    return startJob(await makeVideo())
  }

  test('finds nothing where all is well', async ({ assert }) => {
    await publishedVideo(10)
    await storedFile((await makeVideo()).originalKey, 2)
    await db.from('videos').whereNot('original_key', 'like', 'x%').update({ status: 'pending' })
    await queuedJob()
    const kinds = (await allRepairs()).filter(({ kind }) => kind !== 'missing_files')

    for (const repair of kinds) assert.deepEqual(await repair.find(), [], repair.kind)
    assert.deepEqual(await reconcile(), {})
    assert.lengthOf(await audited('jobs.reminded'), 0)
  })

  test('tells the queue of a job that it was never told of', async ({ assert }) => {
    const job = await queuedJob()
    queue.forget()
    await db.from('jobs').update({ reminded_at: null, reminder_id: null, ...agedMinute })

    assert.deepEqual(await reconcile(), { unsent_reminders: 1 })

    assert.lengthOf(await queue.waiting(), 1)
    const [line] = await audited('jobs.reminded')
    assert.deepInclude(line.details, { count: 1, jobIds: [job.id] })
    const [{ total }] = await db.from('repairs').where('kind', 'unsent_reminders')
    assert.equal(total, 1)
  })

  test('reminds a queue that forgot, unless the lane works or is stopped', async ({ assert }) => {
    await queuedJob()
    queue.forget()
    await db.from('jobs').update(sentMinuteAgo)

    await db.from('lanes').where('name', 'encode').update({ paused_at: new Date(), paused_by: 'x' })
    assert.deepEqual(await found('vanished_reminders'), [])
    await db.from('lanes').where('name', 'encode').update({ paused_at: null, paused_by: null })
    const other = await queuedJob()
    await claimJob(other.id, 'busy')
    assert.deepEqual(await found('vanished_reminders'), [])
    await db.from('jobs').where('id', other.id).delete()

    assert.lengthOf(await found('vanished_reminders'), 1)
    assert.equal((await reconcile()).vanished_reminders, 1)
    assert.lengthOf(await queue.waiting(), 1)
  })

  test('takes back reminders of jobs that are gone or ended', async ({ assert }) => {
    const [stays, ends] = [await queuedJob(), await queuedJob()]
    await db
      .from('jobs')
      .where('id', ends.id)
      .update({ status: 'cancelled', finished_at: new Date() })
    await queue.send([{ id: 'gone', jobId: 'never was', lane: 'quick', delayMs: 60_000 }])

    assert.equal((await reconcile()).stale_reminders, 2)

    assert.deepEqual(
      (await queue.waiting()).map(({ jobId }) => jobId),
      [stays.id]
    )
  })

  test('many at once release a job whose worker is gone once', async ({ assert }) => {
    const job = await queuedJob()
    await claimJob(job.id, 'gone')
    await db.from('jobs').update({ lease_expires_at: db.raw(`now() - interval '5 seconds'`) })

    const counts = await Promise.all([reconcile(), reconcile(), reconcile(), reconcile()])

    const made = counts.map(({ expired_leases: count = 0 }) => count)
    assert.deepEqual(made.sort(), [0, 0, 0, 1])
    assert.lengthOf(await audited('job.worker_lost'), 1)
    assert.equal((await job.refresh()).status, 'queued')
  })

  test('closes an attempt whose job went on without it', async ({ assert }) => {
    const job = await queuedJob()
    await claimJob(job.id, 'w')
    await db
      .from('jobs')
      .update({ status: 'queued', lease_owner: null, lease_expires_at: null, phase: null })

    assert.equal((await reconcile()).open_attempts, 1)

    const [attempt] = await db.from('attempts')
    assert.deepEqual([attempt.status, attempt.cause], ['lost', 'WORKER_LOST'])
  })

  test('a video’s status is what its jobs say', async ({ assert }) => {
    const job = await queuedJob()
    await db.from('videos').update({ status: 'processing' })

    assert.equal((await reconcile()).wrong_video_statuses, 1)

    assert.equal((await db.from('videos').where('id', job.videoId).first()).status, 'queued')
    const [line] = await audited('video.status_corrected')
    assert.deepInclude(line.details, { was: 'processing', is: 'queued' })
  })

  test('removes scratch folders of no running attempt, and no other', async ({ assert }) => {
    const job = await queuedJob()
    const { token } = (await claimJob(job.id, 'w'))!
    const names = [`${job.id}-${token}`, `${job.id}-${token + 5}`, 'somebody else’s']
    for (const name of names) await mkdir(join(scratchPath, name), { recursive: true })
    for (const name of names) await writeFile(join(scratchPath, name, name), '')

    assert.equal((await reconcile()).ownerless_scratch, 1)

    assert.sameMembers(await filesIn(scratchPath), [names[0], names[2]])
  })

  test('removes stored files that no row shows, once they are an hour old', async ({ assert }) => {
    const { video, rendition } = await publishedVideo(10)
    await age(rendition.fileKey, 2)
    await storedFile(video.originalKey, 2)
    const folder = `renditions/${video.id}/0199c1f2-7a31-7000-8000-0242ac120002-1`
    await storedFile(`${folder}/a.mp4`, 2)
    await storedFile(`${folder}/b.ts`, 2)
    await storedFile('originals/fresh.mp4', 0)
    await storedFile('originals/lost.mp4', 2)
    await storedFile('notes/of a person.txt', 2)

    assert.equal((await reconcile()).ownerless_files, 2)

    const left = [video.originalKey.split('/')[1], 'medium.mp4', 'fresh.mp4', 'of a person.txt']
    assert.sameMembers(await filesIn(storagePath), left)
    assert.lengthOf(await audited('stored_files.removed'), 2)
  })

  test('what a running attempt is about to show stays', async ({ assert }) => {
    const job = await queuedJob()
    const { token } = (await claimJob(job.id, 'w'))!
    await storedFile(`renditions/${job.videoId}/${job.id}-${token}/medium.mp4`, 2)

    assert.deepEqual(await found('ownerless_files'), [])
  })

  test('the store of another database is told and left alone', async ({ assert }) => {
    for (let n = 0; n < 12; n++) await storedFile(`originals/${n}.mp4`, 2)

    const findings = await found('ownerless_files')
    const counts = await reconcile()

    assert.lengthOf(findings, 1)
    assert.match(findings[0].what, /12 of 12/)
    assert.match(findings[0].onlyByHand!, /DATABASE_URL/)
    assert.notProperty(counts, 'ownerless_files')
    assert.lengthOf(await filesIn(storagePath), 12)
  })

  test('removes uploads that stopped growing an hour ago', async ({ assert }) => {
    await storedFile('incoming/old', 2)
    await storedFile('incoming/new', 0)

    assert.equal((await reconcile()).leftover_uploads, 1)

    assert.deepEqual(await filesIn(storagePath), ['new'])
  })

  test('keeps uploads that may be gone on with for three days, and no longer', async ({
    assert,
  }) => {
    await storedFile('resumable/forgotten', 73)
    await storedFile('resumable/broken_off', 71)

    assert.equal((await reconcile()).leftover_uploads, 1)

    assert.deepEqual(await filesIn(storagePath), ['broken_off'])
  })

  test('removes what a preview left ten minutes ago, and none that is being made', async ({
    assert,
  }) => {
    const [old, fresh] = ['preview-old', 'preview-fresh'].map((name) => join(scratchPath, name))
    for (const folder of [old, fresh]) await mkdir(folder, { recursive: true })
    const longAgo = new Date(Date.now() - HOUR_MS)
    await utimes(old, longAgo, longAgo)

    assert.deepEqual(
      (await found('ownerless_scratch')).map(({ subject }) => subject.id),
      ['preview-old']
    )
    assert.equal((await reconcile()).ownerless_scratch, 1)
    assert.isFalse(existsSync(old))
    assert.isTrue(existsSync(fresh))
  })

  test('tells of rows whose file is missing, and touches none', async ({ assert }) => {
    const { video, rendition } = await publishedVideo(10)
    await rm(join(storagePath, rendition.fileKey))

    const whats = (await found('missing_files')).map(({ what }) => what)
    const counts = await reconcile()

    assert.sameMembers(whats, [
      `The file ${video.originalKey} of video ${video.id} is not in the store`,
      `The file ${rendition.fileKey} of video ${video.id} is not in the store`,
    ])
    assert.notProperty(counts, 'missing_files')
    assert.lengthOf(await db.from('renditions'), 1)
  })

  test('the store is looked through seldom, whoever asks', async ({ assert }) => {
    await reconcile()
    await storedFile('incoming/old', 2)

    assert.deepEqual(await reconcile(), {})
    await db.from('repairs').update({ looked_at: db.raw(`now() - interval '11 minutes'`) })
    const counts = await Promise.all([reconcile(), reconcile()])

    assert.deepEqual(counts.map((one) => one.leftover_uploads ?? 0).sort(), [0, 1])
  })

  test('one kind that cannot be repaired holds up no other', async ({ assert, cleanup }) => {
    cleanup(() => rm(storagePath, { recursive: true, force: true }))
    await mkdir(storagePath, { recursive: true })
    await writeFile(join(storagePath, 'originals'), 'no folder')
    const job = await queuedJob()
    await claimJob(job.id, 'gone')
    await db.from('jobs').update({ lease_expires_at: db.raw(`now() - interval '5 seconds'`) })
    await storedFile('incoming/old', 2)

    const counts = await reconcile()

    assert.deepInclude(counts, { expired_leases: 1, leftover_uploads: 1 })
  })
})

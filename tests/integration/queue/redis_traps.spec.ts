import { rm } from 'node:fs/promises'
import type { ChildProcess } from 'node:child_process'
import { Redis } from 'ioredis'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Reconcile from '#jobs/repair/reconcile'
import { JobQueue } from '#jobs/job_queue'
import { BullmqJobQueue } from '#queue/bullmq_job_queue'
import { scratchPath, storagePath } from '#config/mediakeep'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { until } from '#tests/helpers/until'
import { filesIn, ingest, startJob } from '#tests/helpers/work'
import { freePort } from '#tests/helpers/free_port'
import { endProcess, spawnRedis, spawnWorker } from '#tests/helpers/worker_process'

const WAIT_LIST = 'bull:video_processing:wait'

test.group('What Redis forgets', (group) => {
  let port: number
  let server: ChildProcess
  let redis: Redis
  let queue: BullmqJobQueue

  group.each.timeout(120_000)
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))
  group.each.setup(async () => {
    port = await freePort()
    server = await spawnRedis(port)
    redis = new Redis(`redis://127.0.0.1:${port}`)
    redis.on('error', () => undefined)
    queue = new BullmqJobQueue(`redis://127.0.0.1:${port}`)
    app.container.swap(JobQueue, () => queue)
    return async () => {
      app.container.restore(JobQueue)
      redis.disconnect()
      await queue.close()
      await endProcess(server, 'SIGKILL')
    }
  })

  const reconcile = async () => (await app.container.make(Reconcile)).handle()
  const waiting = async () => (await queue.waiting()).map(({ jobId }) => jobId)

  async function acceptedJobs(): Promise<string[]> {
    const jobs = [await startJob(await makeVideo()), await startJob(await makeVideo())]
    return jobs.map(({ id }) => id)
  }

  /** As if everything had been asked for and sent a minute ago. */
  async function minuteLater() {
    const ago = `now() - interval '1 minute'`
    await db.rawQuery(`update jobs set queued_at = ${ago}`)
    await db.rawQuery(`update jobs set reminded_at = ${ago} where reminded_at is not null`)
  }

  const FAULTS: { name: string; fault: () => Promise<unknown> }[] = [
    { name: 'FLUSHALL', fault: () => redis.flushall() },
    { name: 'DEL of the list that waits', fault: () => redis.del(WAIT_LIST) },
    {
      name: 'a restart without persistence',
      fault: async () => {
        await endProcess(server, 'SIGKILL')
        server = await spawnRedis(port)
        await until(() => queue.counts().then(Boolean, () => false))
      },
    },
  ]
  for (const { name, fault } of FAULTS) {
    test(`is reminded by the reconciler: ${name}`, async ({ assert }) => {
      const accepted = await acceptedJobs()
      assert.sameMembers(await waiting(), accepted)

      await fault()
      assert.deepEqual(await waiting(), [])
      await minuteLater()

      assert.equal((await reconcile()).vanished_reminders, 1)
      assert.sameMembers(await waiting(), accepted)
    })
  }

  test('a full Redis takes no reminder, and no request suffers', async ({ assert }) => {
    const [used] = /used_memory:(\d+)/
      .exec(await redis.info('memory'))!
      .slice(1)
      .map(Number)
    await redis.set('ballast', Buffer.alloc(3 * 1024 * 1024))
    await redis.config('SET', 'maxmemory', String(Math.max(used, 3 * 1024 * 1024)))

    const askedAt = performance.now()
    const accepted = await acceptedJobs()
    const tookMs = performance.now() - askedAt

    await redis.config('SET', 'maxmemory', '0')
    assert.isBelow(tookMs, 10_000)
    assert.deepEqual(await waiting(), [])
    const unsent = await db.from('jobs').whereNull('reminded_at').select('id')
    assert.sameMembers(
      unsent.map(({ id }) => id),
      accepted
    )
    await minuteLater()
    assert.equal((await reconcile()).unsent_reminders, 1)
    assert.sameMembers(await waiting(), accepted)
  })

  test('workers run each accepted job once, flushed and full', async ({ fs, assert, cleanup }) => {
    const clip = await landscapeClip(fs.basePath)
    const videos = [await ingest(clip), await ingest(clip)]
    const [before] = [await startJob(videos[0])]
    await redis.flushall()
    await redis.set('ballast', Buffer.alloc(3 * 1024 * 1024))
    await redis.config('SET', 'maxmemory', '3mb')
    const worker = spawnWorker({ REDIS_URL: `redis://127.0.0.1:${port}` })
    cleanup(async () => void (await endProcess(worker, 'SIGTERM')))

    const full = await startJob(videos[1])
    const ended = () => db.from('jobs').where('status', 'completed').select('id')
    await until(async () => (await ended()).length === 2, 90_000)

    assert.sameMembers(
      (await ended()).map(({ id }) => id),
      [before.id, full.id]
    )
    assert.lengthOf(await db.from('attempts'), 2)
    assert.lengthOf(await db.from('renditions'), 2)
    await until(async () => (await filesIn(scratchPath)).length === 0)
  })
})

import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { liveWorkers } from '#jobs/worker_registry'
import { REPLACE_ME } from '#embedded/supervision/replace_me'
import { scratchPath, storagePath } from '#config/mediakeep'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { until } from '#tests/helpers/until'
import { ingest, startJob } from '#tests/helpers/work'
import { endProcess, spawnWorker } from '#tests/helpers/worker_process'
import type Job from '#jobs/job'

const status = (job: Job) => job.refresh().then((fresh) => fresh.status)

test.group('a worker’s own limits', (group) => {
  const children: ChildProcess[] = []
  const worker = (settings: Record<string, string>) => {
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

  test('below the low-water mark no work is taken, and the worker says why', async ({
    fs,
    assert,
  }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))
    worker({ LOW_DISK: '9000gb' })

    const reasons = async () => (await liveWorkers()).map(({ idleReason }) => idleReason)
    await until(
      async () => (await reasons())[0] !== undefined && (await reasons())[0] !== null,
      60_000
    )

    assert.match(
      (await reasons())[0]!,
      /too little room: \d+ MiB free, LOW_DISK asks for 9216000 MiB/
    )
    assert.equal(await status(job), 'queued')
    assert.equal(job.attemptCount, 0)
    worker({ LOW_DISK: '0' })
    await until(async () => (await status(job)) === 'completed', 60_000)
    const [{ workerId }] = await job.related('attempts').query()
    const [idle] = await db.from('workers').whereNotNull('idle_reason')
    assert.notEqual(workerId, idle.id)
  }).timeout(180_000)

  test('over its own ceiling it finishes what runs and asks to be replaced', async ({
    fs,
    assert,
  }) => {
    const videos = []
    for (const name of ['a.mp4', 'b.mp4', 'c.mp4']) {
      videos.push(await ingest(await landscapeClip(fs.basePath, { name, durationS: 4 })))
    }
    const running = [await startJob(videos[0]), await startJob(videos[1])]
    const exit = once(worker({ WORKER_OWN_MEMORY: '32mb', DRAIN_GRACE: '0' }), 'exit')
    await until(async () => {
      const states = await Promise.all(running.map(status))
      return states.every((state) => state === 'running')
    }, 60_000)
    const waiting = await startJob(videos[2])

    const [exitCode] = await exit

    assert.equal(exitCode, REPLACE_ME)
    assert.deepEqual(await Promise.all(running.map(status)), ['completed', 'completed'])
    assert.deepEqual(
      running.map(({ attemptCount }) => attemptCount),
      [1, 1]
    )
    assert.equal(await status(waiting), 'queued')
    assert.equal(waiting.attemptCount, 0)
  }).timeout(240_000)
})

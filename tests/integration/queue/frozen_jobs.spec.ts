import type { ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import Attempt from '#jobs/attempt'
import { operatorAtTerminal } from '#accounts/actor'
import { scratchPath, storagePath } from '#config/mediakeep'
import { editWindow } from '#jobs/windows/change_windows'
import { freezeLanes, WINDOW_NAME } from '#jobs/windows/freeze_lanes'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { minuteFromNow, windowFrom } from '#tests/helpers/make_window'
import { until } from '#tests/helpers/until'
import { ingest, startJob } from '#tests/helpers/work'
import { endProcess, spawnWorker, stateOf } from '#tests/helpers/worker_process'
import type Job from '#jobs/job'

/** Some seconds of work. */
const LONG = { width: 1280, height: 720, durationS: 8 }

test.group('A job that runs when its work window ends', (group) => {
  let worker: ChildProcess

  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(() => rm(scratchPath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))
  group.each.setup(() => {
    worker = spawnWorker()
    return () => void endProcess(worker, 'SIGKILL')
  })

  async function programOf(job: Job): Promise<number> {
    const encodes = async () => (await job.refresh()).phase === 'encode' && job.progress > 0.05
    await until(encodes, 60_000)
    const { processId } = await Attempt.query().where('job_id', job.id).firstOrFail()
    return processId!
  }

  test('is frozen with its program, and both go on when the window opens', async ({
    fs,
    assert,
  }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath, LONG)), 'medium')
    const program = await programOf(job)

    const window = await windowFrom(-120, -60, { atEnd: 'freeze' })
    await freezeLanes()
    await until(async () => stateOf(program) === 'T')
    await until(async () => (await job.refresh()).pausedAt !== null)
    const { status, pauseRequestedBy, progress } = job

    await editWindow({
      ...{ window, change: { toMinute: minuteFromNow(60) } },
      by: operatorAtTerminal(),
    })
    await freezeLanes()
    const goesOn = async () => {
      const { status: now, pausedAt, progress: made } = await job.refresh()
      return pausedAt === null && (now === 'completed' || made > progress)
    }
    await until(goesOn, 30_000)

    assert.deepEqual([status, pauseRequestedBy], ['running', WINDOW_NAME])
    assert.equal(job.attemptCount, 1)
  }).timeout(120_000)
})

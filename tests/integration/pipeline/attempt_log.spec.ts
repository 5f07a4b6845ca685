import { test } from '@japa/runner'
import Attempt from '#jobs/attempt'
import { AttemptLog } from '#pipeline/attempt_log'
import { claimJob } from '#jobs/life/claim_job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { landscapeClip } from '#tests/fixtures/clips'
import { until } from '#tests/helpers/until'
import { ingest, startJob, workOn } from '#tests/helpers/work'

test.group('AttemptLog', (group) => {
  group.each.setup(() => cleanDatabase())

  test('what is said and used is seen while it runs, and the end has the last word', async ({
    assert,
  }) => {
    const lease = (await claimJob((await startJob(await makeVideo())).id, 'w'))!
    const log = new AttemptLog(lease)
    const attempt = () => Attempt.findOrFail(lease.attemptId)

    let atMs = 0
    await until(async () => {
      atMs += 600
      const cpuS = (atMs / 1000) * 2
      log.see({ elapsedMs: atMs, cpuS, memoryBytes: 2 ** 20, stderr: () => `at ${atMs}\0` })
      return (await attempt()).log.startsWith('at ')
    }, 10_000)
    assert.equal((await attempt()).usage!.points[0][0], 2)
    await log.end('the end')

    assert.equal((await attempt()).log, 'the end')
  })

  test('a job keeps the curve of its encode', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const clip = await landscapeClip(fs.basePath, { durationS: 6, width: 640, height: 360 })
    const job = await startJob(await ingest(clip), 'medium')
    await workOn(job)

    const { usage, peakMemoryBytes, exit, speed } = await Attempt.findByOrFail('jobId', job.id)
    assert.equal(exit, '0')
    assert.isAbove(speed!, 0)
    assert.isArray(usage!.points)
    for (const [, bytes] of usage!.points) assert.isAtMost(bytes, peakMemoryBytes!)
  })

  test('one whose encoder is killed keeps what that cost and how it ended', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const clip = await landscapeClip(fs.basePath, { durationS: 8, width: 1280, height: 720 })
    const job = await startJob(await ingest(clip), 'medium')
    const attempt = () => Attempt.findByOrFail('jobId', job.id)
    const working = workOn(job)
    await until(async () => (await job.refresh()).progress > 0.05, 20_000)

    process.kill((await attempt()).processId!, 'SIGKILL')
    await working

    const { exit, cpuS, peakMemoryBytes, speed } = await attempt()
    assert.equal(exit, 'SIGKILL')
    assert.isAbove(Math.min(cpuS!, peakMemoryBytes!, speed!), 0)
  })
})

import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import Job from '#jobs/job'
import StartBatch from '#jobs/batches/start_batch'
import { BatchEnded, JobNotWaiting } from '#jobs/errors'
import { cancelBatch } from '#jobs/batches/cancel_batch'
import { claimNext } from '#jobs/lanes/claim_next'
import { mediakeep } from '#accounts/actor'
import { setBatchPriority } from '#jobs/batches/set_batch_priority'
import { setPriority } from '#jobs/life/set_priority'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'

const by = mediakeep('system')

test.group('A priority', (group) => {
  group.each.setup(() => cleanDatabase())

  test('that is raised brings a waiting job forward', async ({ assert }) => {
    const first = await startJob(await makeVideo())
    const second = await startJob(await makeVideo())

    await setPriority({ job: second, priority: 10, by })

    assert.equal((await claimNext('encode', 'w'))!.jobId, second.id)
    assert.equal((await claimNext('encode', 'w'))!.jobId, first.id)
  })

  test('is not changed of what waits no longer', async ({ assert }) => {
    const job = await failedJob()

    const change = () => setPriority({ job, priority: 10, by })
    await assert.rejects(change, JobNotWaiting)

    assert.equal((await Job.findOrFail(job.id)).priority, 0)
  })

  test('of a batch is that of all its jobs that wait', async ({ assert }) => {
    for (let n = 0; n < 3; n++) await makeVideo()
    const start = await app.container.make(StartBatch)
    const { batch } = await start.handle({ preset: 'mobile', maxVideos: null, priority: -5, by })
    const running = (await claimNext('encode', 'w'))!
    const other = await startJob(await makeVideo())
    const priorities = async () =>
      (await Job.query().orderBy('id')).map((job) => [job.id === running.jobId, job.priority])

    assert.deepEqual(await priorities(), [
      [true, -5],
      [false, -5],
      [false, -5],
      [false, 0],
    ])
    assert.equal(await setBatchPriority({ batchId: batch.id, priority: 40, by }), 2)

    await other.refresh()
    assert.equal(other.priority, 0)
    assert.sameDeepMembers(await priorities(), [
      [true, -5],
      [false, 40],
      [false, 40],
      [false, 0],
    ])
  })

  test('of a batch that ended is not changed', async ({ assert }) => {
    const start = await app.container.make(StartBatch)
    await makeVideo()
    const { batch } = await start.handle({ preset: 'mobile', maxVideos: null, by })
    await cancelBatch({ batchId: batch.id, by })

    const change = () => setBatchPriority({ batchId: batch.id, priority: 1, by })
    await assert.rejects(change, BatchEnded)
  })
})

import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'

/** Jobs that failed one after the other, the first the longest ago. */
async function failedJobs(count: number): Promise<Job[]> {
  const jobs: Job[] = []
  while (jobs.length < count) jobs.push(await startJob(await makeVideo({ title: 'Failed' })))
  for (const [at, job] of jobs.entries()) {
    const finishedAt = db.raw(`now() - interval '1 hour' + ${at} * interval '1 second'`)
    const failure = { status: 'failed', failure_cause: 'TIME_LIMIT', finished_at: finishedAt }
    await db.from('jobs').where('id', job.id).update(failure)
    await db.from('videos').where('id', job.videoId).update({ status: 'failed' })
  }
  return jobs
}

test.group('retry', (group) => {
  group.each.setup(() => cleanDatabase())

  test('gives a failed job another try', async ({ assert }) => {
    const [job] = await failedJobs(1)

    const { code, result } = await aceJson(['retry', job.id])

    await job.refresh()
    assert.equal(code, 0)
    assert.containsSubset(result.jobs, [{ id: job.id, status: 'queued', failure: null }])
    assert.equal(job.status, 'queued')
  })

  test('finds the job of a video', async ({ assert }) => {
    const [job] = await failedJobs(1)

    const end = await ace(['retry', '--video-id', String(job.videoId)])

    assert.equal(end.code, 0)
    assert.include(
      end.stdout,
      `Job ${job.id}, video ${job.videoId} "Failed" as mobile: waits again`
    )
  })

  test('retries so many failed jobs, the oldest first', async ({ assert }) => {
    const [first, second, third] = await failedJobs(3)

    const { code, result } = await aceJson(['retry', '--failed', '--max-videos', '2'])

    await third.refresh()
    assert.equal(code, 0)
    assert.deepEqual(
      result.jobs.map(({ id }: { id: string }) => id),
      [first.id, second.id]
    )
    assert.equal(third.status, 'failed')
  })

  test('says when there is nothing to retry', async ({ assert }) => {
    const job = await startJob(await makeVideo())

    const [waiting, none, unknown, ofVideo] = await Promise.all([
      ace(['retry', job.id]),
      ace(['retry', '--failed']),
      ace(['retry', 'that-one']),
      ace(['retry', '--video-id', String(job.videoId)]),
    ])

    assert.equal(waiting.code, 1)
    assert.include(waiting.stderr, 'only failed and cancelled jobs can be retried')
    assert.equal(none.code, 0)
    assert.include(none.stdout, 'there is nothing to retry')
    assert.equal(unknown.code, 1)
    assert.include(unknown.stderr, 'There is no job that-one')
    assert.equal(ofVideo.code, 1)
    assert.include(ofVideo.stderr, 'has no failed or cancelled job')
  })

  test('called wrongly, it ends with 2', async ({ assert }) => {
    const ends = await Promise.all([ace(['retry']), ace(['retry', 'x', '--failed'])])

    assert.deepEqual(
      ends.map((end) => end.code),
      [2, 2]
    )
  })
})

test.group('cancel', (group) => {
  group.each.setup(() => cleanDatabase())

  test('cancels what waits at once', async ({ assert }) => {
    const job = await startJob(await makeVideo())

    const { code, result } = await aceJson(['cancel', job.id])

    await job.refresh()
    assert.equal(code, 0)
    assert.containsSubset(result.jobs, [{ id: job.id, status: 'cancelled' }])
    assert.equal(job.status, 'cancelled')
  })

  test('cancels all that waits for a video', async ({ assert }) => {
    const video = await makeVideo()
    await startJob(video, 'low')
    await startJob(video, 'high')

    const end = await ace(['cancel', '--video-id', String(video.id)])

    const statuses = (await Job.all()).map((job) => job.status)
    assert.equal(end.code, 0)
    assert.deepEqual(statuses, ['cancelled', 'cancelled'])
  })

  test('says what ended already', async ({ assert }) => {
    const [job] = await failedJobs(1)

    const [ofJob, ofVideo] = await Promise.all([
      ace(['cancel', job.id]),
      ace(['cancel', '--video-id', String(job.videoId)]),
    ])

    assert.equal(ofJob.code, 1)
    assert.include(ofJob.stderr, `Job ${job.id} is already failed`)
    assert.equal(ofVideo.code, 1)
    assert.include(ofVideo.stderr, 'nothing to cancel')
  })
})

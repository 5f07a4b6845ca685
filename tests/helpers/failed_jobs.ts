import db from '@adonisjs/lucid/services/db'
import type Job from '#jobs/job'
import type Video from '#videos/video'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'

export interface Failure {
  /** A new one where left out. */
  video?: Video
  title?: string
  preset?: string
  cause?: string
  evidence?: string
}

/** A job that failed for good, as its last attempt would leave it. */
export async function failedJob(of: Failure = {}): Promise<Job> {
  const { title, preset, cause = 'DISK_FULL', evidence = 'No space left on device' } = of
  const video = of.video ?? (await makeVideo({ title, status: 'failed' }))
  const job = await startJob(video, preset)
  const message = 'It went wrong.'
  await db.table('attempts').insert({
    ...{ job_id: job.id, number: 1, lease_token: 1, worker_id: 'w', status: 'failed' },
    ...{ cause, message, evidence, finished_at: db.raw('clock_timestamp()') },
  })
  await db
    .from('jobs')
    .where('id', job.id)
    .update({
      ...{ status: 'failed', failure_cause: cause, failure_message: message, attempt_count: 1 },
      ...{ started_at: db.raw('now()'), finished_at: db.raw('clock_timestamp()') },
    })
  await db.from('videos').where('id', video.id).update({ status: 'failed' })
  return job.refresh()
}

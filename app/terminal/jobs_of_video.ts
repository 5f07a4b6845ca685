import { Exception } from '@adonisjs/core/exceptions'
import Job from '#jobs/job'
import { findVideo } from '#videos/find_video'
import type { JobStatus } from '#jobs/job_state'

class NoSuchJobOfVideo extends Exception {
  static status = 409
  static code = 'E_NO_SUCH_JOB_OF_VIDEO'
}

/** The last job of the video that can be retried. @throws VideoNotFound and where there is none */
export async function lastRetriableJob(videoId: number): Promise<Job> {
  const [job] = await jobsOf(videoId, ['failed', 'cancelled'])
  if (job) return job
  throw new NoSuchJobOfVideo(`Video ${videoId} has no failed or cancelled job: nothing to retry`)
}

/** The jobs of the video that wait or run. @throws VideoNotFound and where there is none */
export async function activeJobs(videoId: number): Promise<Job[]> {
  const jobs = await jobsOf(videoId, ['queued', 'running'])
  if (jobs.length > 0) return jobs
  throw new NoSuchJobOfVideo(`Video ${videoId} has no job that waits or runs: nothing to cancel`)
}

async function jobsOf(videoId: number, statuses: JobStatus[]): Promise<Job[]> {
  const video = await findVideo(videoId)
  return Job.query()
    .where('video_id', video.id)
    .whereIn('status', statuses)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
}

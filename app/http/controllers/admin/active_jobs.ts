import Job from '#jobs/job'
import type Video from '#videos/video'

/** For each of the videos that is being worked on, the job that is furthest. */
export async function activeJobsOf(videos: Video[]): Promise<Map<number, Job>> {
  const jobs = await Job.query()
    .whereIn(
      'video_id',
      videos.map((video) => video.id)
    )
    .whereIn('status', ['queued', 'running'])
    .orderBy('progress')
  return new Map(jobs.map((job) => [job.videoId, job]))
}

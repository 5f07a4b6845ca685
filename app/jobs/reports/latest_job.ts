import Job from '#jobs/job'

/** The job that says where a video is: the one that runs, else waits, else was asked for last; null: none yet. */
export async function latestJob(videoId: number): Promise<Job | null> {
  return Job.query()
    .where('video_id', videoId)
    .orderByRaw(`case status when 'running' then 0 when 'queued' then 1 else 2 end`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .preload('presetVersion', (version) => version.preload('preset'))
    .first()
}

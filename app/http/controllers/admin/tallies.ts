import { countsByKey, tallies } from '#videos/tallies'
import type { JobStatus } from '#jobs/job_state'
import type { VideoStatus } from '#videos/video_status'

/** How many jobs stand in each status; those without any are missing. */
export async function jobCounts() {
  return countsByKey<JobStatus>(await tallies('jobs'))
}

/** How many videos stand in each status; archived ones count apart, whatever their status is. */
export async function videoCounts() {
  return countsByKey<VideoStatus | 'archived'>(await tallies('videos'))
}

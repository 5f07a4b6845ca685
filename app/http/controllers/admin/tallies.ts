import Job from '#jobs/job'
import Video from '#videos/video'
import type { JobStatus } from '#jobs/job_state'
import type { VideoStatus } from '#videos/video_status'

/** How many jobs stand in each status; those without any are missing. */
export async function jobCounts(): Promise<Partial<Record<JobStatus, number>>> {
  return byStatus(await Job.query().select('status').groupBy('status').count('* as n'))
}

/** How many videos stand in each status; those without any are missing. */
export async function videoCounts(): Promise<Partial<Record<VideoStatus, number>>> {
  return byStatus(await Video.query().select('status').groupBy('status').count('* as n'))
}

function byStatus<S extends string>(rows: { status: S; $extras: { n?: number } }[]) {
  const entries = rows.map((row) => [row.status, Number(row.$extras.n)])
  return Object.fromEntries(entries) as Partial<Record<S, number>>
}

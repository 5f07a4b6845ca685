import Job from '#jobs/job'
import type { JobStatus } from '#jobs/job_state'

export interface JobFilter {
  statuses?: JobStatus[]
  videoId?: number
  batchId?: number
  /** Code of the last failure. */
  cause?: string
  /** Ended in this span of time, its end not included. */
  ended?: { from: Date; before: Date }
  /** From 1. */
  page: number
  /** 1..100. */
  perPage: number
}

/** Jobs with their video and preset, the newest first, a page at a time. */
export function listJobs(filter: JobFilter) {
  return Job.query()
    .if(filter.statuses, (query) => query.whereIn('status', filter.statuses!))
    .if(filter.videoId, (query) => query.where('video_id', filter.videoId!))
    .if(filter.batchId, (query) => query.where('batch_id', filter.batchId!))
    .if(filter.cause, (query) => query.where('failure_cause', filter.cause!))
    .if(filter.ended, (query) =>
      query
        .where('finished_at', '>=', filter.ended!.from)
        .where('finished_at', '<', filter.ended!.before)
    )
    .preload('video')
    .preload('presetVersion', (version) => version.preload('preset'))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .paginate(filter.page, filter.perPage)
}

import Job from '#jobs/job'
import { forecastJobs } from '#jobs/forecast/forecast_jobs'
import type { JobStatus } from '#jobs/job_state'
import type { Lane } from '#jobs/lanes/lane'

export interface JobFilter {
  statuses?: JobStatus[]
  videoId?: number
  batchId?: number
  lane?: Lane
  /** Code of the last failure. */
  cause?: string
  /** Ended in this span of time, its end not included. */
  ended?: { from: Date; before: Date }
  /** From 1. */
  page: number
  /** 1..100. */
  perPage: number
}

/** Jobs with their video, preset and forecast, the newest first, a page at a time. */
export async function listJobs(filter: JobFilter) {
  const page = await Job.query()
    .if(filter.statuses, (query) => query.whereIn('status', filter.statuses!))
    .if(filter.videoId, (query) => query.where('video_id', filter.videoId!))
    .if(filter.batchId, (query) => query.where('batch_id', filter.batchId!))
    .if(filter.lane, (query) => query.where('lane', filter.lane!))
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
  await forecastJobs(page.all())
  return page
}

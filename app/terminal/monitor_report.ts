import Job from '#jobs/job'
import { forecastJobs } from '#jobs/forecast/forecast_jobs'
import { deadLettersByCause } from '#jobs/reports/dead_letters'
import { laneStatus } from '#jobs/reports/lane_status'
import { strandedJobs } from '#jobs/reports/stranded_jobs'
import { queueStatus } from '#jobs/reports/queue_status'
import { liveWorkers } from '#jobs/worker_registry'
import { schedulerStatus } from '#scheduling/scheduler_registry'
import { jobView } from '#app/terminal/job_view'
import type { JobStatus } from '#jobs/job_state'

/** A screen holds no more. */
const MAX_JOBS = 40

/** What `monitor` shows, as of now; also what its `--json` prints. */
export async function monitorReport(statuses: JobStatus[]) {
  const [videos, workers, jobs, lanes, failures, schedulers] = await Promise.all([
    queueStatus(),
    liveWorkers(),
    activeJobs(statuses),
    laneStatus(),
    deadLettersByCause({}),
    schedulerStatus(),
  ])
  const stranded = await strandedJobs(workers)
  return { videos, workers, jobs, lanes, stranded, failures, schedulers }
}

export type MonitorReport = Awaited<ReturnType<typeof monitorReport>>

/** What runs first, then what waits longest. */
async function activeJobs(statuses: JobStatus[]) {
  const jobs = await Job.query()
    .whereIn('status', statuses)
    .preload('video')
    .preload('presetVersion', (version) => version.preload('preset'))
    .orderByRaw(`status = 'running' desc`)
    .orderBy('queued_at')
    .limit(MAX_JOBS)
  await forecastJobs(jobs)
  return jobs.map(jobView)
}

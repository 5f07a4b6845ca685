import { etaJson } from '#http/transformers/eta_json'
import { schedulersJson } from '#http/transformers/schedule_json'
import { laneJson } from '#http/transformers/lane_json'
import type { Eta } from '#jobs/forecast/job_forecast'
import type { JobTotals } from '#jobs/reports/job_totals'
import type { LaneStatus } from '#jobs/reports/lane_status'
import type { QueueCounts } from '#jobs/job_queue'
import type { QueueStatus } from '#jobs/reports/queue_status'
import type { StrandedJobs } from '#jobs/reports/stranded_jobs'
import type { SchedulerStatus } from '#scheduling/scheduler_registry'
import type { LiveWorker } from '#jobs/worker_registry'

/** What waits, runs and went wrong; `reminders` is null where Redis does not answer, which delays but loses nothing. */
export function queueJson(seen: {
  status: QueueStatus
  jobs: JobTotals
  reminders: QueueCounts | null
  workers: LiveWorker[]
  lanes: LaneStatus[]
  stranded: StrandedJobs[]
  /** When all of it is done. */
  eta: Eta | null
  schedulers: SchedulerStatus
}) {
  const { status, jobs, reminders, workers, lanes, stranded, eta, schedulers } = seen
  return {
    pending: status.pending,
    queued: status.queued,
    processing: status.processing,
    failed: status.failed,
    completed_today: status.completedToday,
    average_processing_seconds: status.averageProcessingS,
    average_processing_time: status.averageProcessingTime,
    jobs: { total: jobs.total, ...jobs.byStatus },
    dead_letters: jobs.deadLetters,
    completed_per_minute: jobs.completedPerMinute,
    eta: etaJson(eta),
    lanes: lanes.map(laneJson),
    stranded: stranded.map(strandedJson),
    reminders,
    workers: workers.map(workerJson),
    schedulers: schedulersJson(schedulers),
  }
}

/** Jobs that wait in vain for the workers that live. */
function strandedJson({ lane, workerTags, payloadVersion, jobs, since, reason }: StrandedJobs) {
  const needs = { lane, worker_tags: workerTags, payload_version: payloadVersion }
  return { ...needs, jobs, since, reason }
}

/** A worker that was heard of lately. */
export function workerJson(worker: LiveWorker) {
  return {
    id: worker.id,
    host_name: worker.hostName,
    pid: worker.pid,
    concurrency: worker.lanes.encode.slots,
    running_jobs: worker.lanes.encode.running + worker.lanes.quick.running,
    lanes: worker.lanes,
    tags: worker.tags,
    version: worker.version,
    payload_version: worker.payloadVersion,
    idle_reason: worker.idleReason,
    started_at: worker.startedAt,
    heartbeat_at: worker.heartbeatAt,
  }
}

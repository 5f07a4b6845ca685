import { inject } from '@adonisjs/core'
import { queueJson } from '#http/transformers/queue_json'
import { QueueUnreachable } from '#jobs/errors'
import { JobQueue, type QueueCounts } from '#jobs/job_queue'
import { forecastQueue } from '#jobs/forecast/forecast_jobs'
import { jobTotals } from '#jobs/reports/job_totals'
import { laneStatus } from '#jobs/reports/lane_status'
import { queueStatus } from '#jobs/reports/queue_status'
import { strandedJobs } from '#jobs/reports/stranded_jobs'
import { schedulerStatus } from '#scheduling/scheduler_registry'
import { liveWorkers } from '#jobs/worker_registry'

@inject()
export default class QueueController {
  constructor(private queue: JobQueue) {}

  async show() {
    const [status, jobs, reminders, workers, lanes, eta, schedulers] = await Promise.all([
      queueStatus(),
      jobTotals(),
      this.#reminders(),
      liveWorkers(),
      laneStatus(),
      forecastQueue(),
      schedulerStatus(),
    ])
    const stranded = await strandedJobs(workers)
    return queueJson({ status, jobs, reminders, workers, lanes, stranded, eta, schedulers })
  }

  async #reminders(): Promise<QueueCounts | null> {
    return this.queue.counts().catch((error) => {
      if (error instanceof QueueUnreachable) return null
      throw error
    })
  }
}

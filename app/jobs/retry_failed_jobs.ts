import { inject } from '@adonisjs/core'
import Job from '#jobs/job'
import RetryJob from '#jobs/retry_job'
import { JobAlreadyActive, JobNotRetriable } from '#jobs/errors'
import { transientCauses } from '#jobs/failure_causes'
import { MAX_AUTOMATIC_ATTEMPTS } from '#jobs/retry_policy'
import type { Actor } from '#accounts/actor'

export interface FailedJobsFilter {
  /** Only jobs that failed by a cause that a retry can cure, and not too often already. */
  isTransientOnly: boolean
  /** Null: all of them. */
  maxJobs: number | null
  by: Actor
}

/** Retries failed jobs, the oldest first; those that somebody else took up meanwhile are passed over. */
@inject()
export default class RetryFailedJobs {
  constructor(private retryJob: RetryJob) {}

  async handle(filter: FailedJobsFilter): Promise<Job[]> {
    const retried: Job[] = []
    for (const job of await this.#failed(filter)) {
      const wasRetried = await this.retryJob.handle({ job, by: filter.by }).catch(passOver)
      if (wasRetried) retried.push(wasRetried)
    }
    return retried
  }

  #failed(filter: FailedJobsFilter) {
    return Job.query()
      .where('status', 'failed')
      .if(filter.isTransientOnly, (query) =>
        query
          .whereIn('failure_cause', transientCauses())
          .where('attempt_count', '<', MAX_AUTOMATIC_ATTEMPTS)
      )
      .orderBy('finished_at')
      .if(filter.maxJobs !== null, (query) => query.limit(filter.maxJobs!))
  }
}

function passOver(error: unknown) {
  if (error instanceof JobAlreadyActive || error instanceof JobNotRetriable) return null
  throw error
}

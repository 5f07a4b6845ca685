import { inject } from '@adonisjs/core'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import { mediakeep } from '#accounts/actor'
import { counted } from '#jobs/repair/repair'
import { MOST_LISTED, type Action } from '#scheduling/action'
import type { ActionParameters } from '#scheduling/parameters'

/** Retries by cause, one cause after the other; none named: whatever the rest of the filter means. */
@inject()
export default class RetryJobs implements Action<ActionParameters['retry_failed_jobs']> {
  constructor(private retryFailedJobs: RetryFailedJobs) {}

  async run(parameters: ActionParameters['retry_failed_jobs']) {
    const jobIds = await this.#retry(parameters)
    const words =
      jobIds.length === 0 ? 'No failed job to retry.' : `Retried ${counted(jobIds.length, 'job')}.`
    return { words, details: { jobIds: jobIds.slice(0, MOST_LISTED) } }
  }

  async #retry(filter: ActionParameters['retry_failed_jobs']): Promise<string[]> {
    const { isTransientOnly, preset, causes, maxJobs = null } = filter
    const of = { isTransientOnly, preset: preset ?? undefined, by: mediakeep('schedule') }
    const jobIds: string[] = []
    for (const cause of causes?.length ? causes : [undefined]) {
      const left = maxJobs === null ? null : maxJobs - jobIds.length
      if (left === 0) break
      jobIds.push(...(await this.retryFailedJobs.handle({ ...of, cause, maxJobs: left })))
    }
    return jobIds
  }
}

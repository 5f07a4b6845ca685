import { inject } from '@adonisjs/core'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import StartBatch from '#jobs/batches/start_batch'
import { Scratch } from '#jobs/repair/scratch'
import { mediakeep } from '#accounts/actor'
import {
  validateParameters,
  type ActionParameters,
  type ScheduleAction,
} from '#scheduling/catalogue'

/**
 * Does what a schedule asks for. Every action may be begun twice without harm: a firing whose scheduler
 * died is begun again.
 */
@inject()
export default class PerformAction {
  constructor(
    private retryFailedJobs: RetryFailedJobs,
    private startBatch: StartBatch,
    private scratch: Scratch
  ) {}

  /** @returns what was done, as a sentence. @throws InvalidParameters and what the operation throws */
  async handle(action: ScheduleAction, parameters: unknown): Promise<string> {
    switch (action) {
      case 'retry_failed_jobs':
        return this.#retry(await validateParameters(action, parameters))
      case 'start_batch':
        return this.#start(await validateParameters(action, parameters))
      case 'clean_scratch':
        return this.#clean()
      default:
        throw new Error(`There is no action "${action satisfies never}"`)
    }
  }

  async #retry(filter: ActionParameters['retry_failed_jobs']) {
    const { isTransientOnly, maxJobs = null } = filter
    const by = mediakeep('schedule')
    const { length } = await this.retryFailedJobs.handle({ isTransientOnly, maxJobs, by })
    return length === 0 ? 'No failed job to retry.' : `Retried ${counted(length, 'job')}.`
  }

  async #start(filter: ActionParameters['start_batch']) {
    const { maxVideos = null, status, preset } = filter
    const request = { status, preset, maxVideos, by: mediakeep('schedule') }
    const { batch, jobIds } = await this.startBatch.handle(request)
    return `Started batch ${batch.id} with ${counted(jobIds.length, 'job')}.`
  }

  async #clean() {
    const removed = await this.scratch.clean()
    return removed === 0 ? 'Scratch was clean.' : `Removed ${counted(removed, 'scratch folder')}.`
  }
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

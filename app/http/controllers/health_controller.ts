import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { JobQueue } from '#jobs/job_queue'
import { schedulerStatus } from '#scheduling/scheduler_registry'

/** For load balancers and supervisors: does this process live, and can it do its work. */
@inject()
export default class HealthController {
  constructor(private queue: JobQueue) {}

  live() {
    return { status: 'ok' }
  }

  async ready({ response }: HttpContext) {
    const [schedulers, queue] = await Promise.all([
      schedulersSeen(),
      answers(() => this.queue.counts()),
    ])
    const database = schedulers !== null
    const checks = { database, queue, schedulers: database && !schedulers.is_missing }
    // A queue or a scheduler that is away delays work but loses none: requests are still taken.
    response.status(database ? 200 : 503)
    return { status: database ? 'ok' : 'unavailable', checks, schedulers }
  }
}

/** How many keep time, and whether one is needed; null where the database does not answer. */
async function schedulersSeen() {
  const seen = await schedulerStatus().catch(() => null)
  if (!seen) return null
  const { alive, enabledSchedules, isMissing } = seen
  return { alive: alive.length, enabled_schedules: enabledSchedules, is_missing: isMissing }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  return ask().then(
    () => true,
    () => false
  )
}

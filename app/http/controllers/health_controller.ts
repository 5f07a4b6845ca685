import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { JobQueue } from '#jobs/job_queue'

/** For load balancers and supervisors: does this process live, and can it do its work. */
@inject()
export default class HealthController {
  constructor(private queue: JobQueue) {}

  live() {
    return { status: 'ok' }
  }

  async ready({ response }: HttpContext) {
    const [database, queue] = await Promise.all([
      answers(() => db.rawQuery('select 1')),
      answers(() => this.queue.counts()),
    ])
    // A queue that is away delays work but loses none: requests are still taken.
    response.status(database ? 200 : 503)
    return { status: database ? 'ok' : 'unavailable', checks: { database, queue } }
  }
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  return ask().then(
    () => true,
    () => false
  )
}

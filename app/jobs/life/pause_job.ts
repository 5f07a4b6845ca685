import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Job from '#jobs/job'
import { JobNotRunning } from '#jobs/errors'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

/**
 * Makes a running job stand still: its worker stops its programs within about a second and keeps the lease, its slot
 * and what it has made. No limit of time counts meanwhile. One that stands still already stays so.
 */
@inject()
export default class PauseJob {
  /** @throws JobNotRunning */
  async handle({ job, by }: { job: Job; by: Actor }): Promise<Job> {
    await db.transaction((trx) => this.#ask(trx, job, by))
    return job.refresh()
  }

  async #ask(trx: TransactionClientContract, { id }: Job, by: Actor) {
    const asked = await trx
      .from('jobs')
      .where({ id, status: 'running' })
      .whereNull('pause_requested_at')
      .update({ pause_requested_at: db.raw('now()'), pause_requested_by: by.name })
    if (Number(asked) > 0) {
      return recordAudit({ by, action: 'job.paused', subject: { type: 'job', id } }, trx)
    }
    const now = await Job.findOrFail(id, { client: trx })
    if (now.status !== 'running') throw new JobNotRunning(id, now.status)
  }
}

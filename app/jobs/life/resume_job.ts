import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Job from '#jobs/job'
import { JobNotRunning } from '#jobs/errors'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

/** Lets a job that stands still go on within about a second, as if nothing had been. One that runs goes on running. */
@inject()
export default class ResumeJob {
  /** @throws JobNotRunning */
  async handle({ job, by }: { job: Job; by: Actor }): Promise<Job> {
    await db.transaction((trx) => this.#ask(trx, job, by))
    return job.refresh()
  }

  async #ask(trx: TransactionClientContract, { id }: Job, by: Actor) {
    const asked = await trx
      .from('jobs')
      .where({ id, status: 'running' })
      .whereNotNull('pause_requested_at')
      .update({ pause_requested_at: null, pause_requested_by: null })
    if (Number(asked) > 0) {
      return recordAudit({ by, action: 'job.resumed', subject: { type: 'job', id } }, trx)
    }
    const now = await Job.findOrFail(id, { client: trx })
    if (now.status !== 'running') throw new JobNotRunning(id, now.status)
  }
}

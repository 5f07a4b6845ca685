import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Job from '#jobs/job'
import { JobQueue } from '#jobs/job_queue'
import { JobAlreadyEnded, QueueUnreachable } from '#jobs/errors'
import { isEnded } from '#jobs/job_state'
import { moveJob } from '#jobs/life/move_job'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

/**
 * Cancels a job: at once where it waits; where it runs its worker is asked and stops within two seconds.
 *
 * @throws JobAlreadyEnded
 */
@inject()
export default class CancelJob {
  constructor(private queue: JobQueue) {}

  async handle({ job, by }: { job: Job; by: Actor }): Promise<Job> {
    await db.transaction((trx) => this.#cancel(trx, job, by))
    await job.refresh()
    if (job.status === 'cancelled') await this.#withdraw(job)
    return job
  }

  async #cancel(trx: TransactionClientContract, job: Job, by: Actor) {
    const cancelledBy = by.name
    const set = { cancelled_by: cancelledBy }
    const waited = await moveJob(trx, { jobId: job.id, from: 'queued', to: 'cancelled', set })
    if (!waited) await this.#askWorker(trx, job, cancelledBy)
    await recordAudit({ by, action: 'job.cancelled', subject: { type: 'job', id: job.id } }, trx)
  }

  async #askWorker(trx: TransactionClientContract, job: Job, cancelledBy: string) {
    const asked = await trx
      .from('jobs')
      .where({ id: job.id, status: 'running' })
      .update({ cancel_requested_at: db.raw('now()'), cancelled_by: cancelledBy })
    if (Number(asked) > 0) return
    const now = await Job.findOrFail(job.id, { client: trx })
    if (isEnded(now.status)) throw new JobAlreadyEnded(job.id, now.status)
  }

  /** A reminder that stays does no harm: the row says cancelled. */
  async #withdraw(job: Job) {
    if (!job.reminderId) return
    await this.queue.withdraw([{ id: job.reminderId, lane: job.lane }]).catch((error) => {
      if (!(error instanceof QueueUnreachable)) throw error
    })
  }
}

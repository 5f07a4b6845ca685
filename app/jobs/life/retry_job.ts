import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Job from '#jobs/job'
import { askedBy } from '#jobs/life/asked_by'
import { activeTwin } from '#jobs/life/active_twin'
import SendReminders from '#jobs/life/send_reminders'
import { JobAlreadyActive, JobNotRetriable } from '#jobs/errors'
import { lastPlace } from '#jobs/lanes/fair_place'
import { reopenBatches } from '#jobs/batches/reopen_batches'
import { lockVideoForWork } from '#jobs/life/lock_video'
import { moveJob } from '#jobs/life/move_job'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

/** What a job forgets when somebody gives it another chance. */
export const FRESH_START = () => ({
  failure_count: 0,
  lost_count: 0,
  progress: 0,
  attempt_progress: 0,
  failure_cause: null,
  failure_message: null,
  cancelled_by: null,
  due_at: db.knexRawQuery('now()'),
  ...askedAgainBy(),
})

/** Whoever asks again; where nobody can be named, it stays with who asked first. */
function askedAgainBy() {
  const { requestId, traceParent } = askedBy()
  return requestId ? { request_id: requestId, trace_parent: traceParent } : {}
}

/**
 * Gives a failed or cancelled job a fresh start with the preset version that it was asked with.
 *
 * @throws JobNotRetriable
 * @throws JobAlreadyActive where the same work was started anew meanwhile
 * @throws VideoBeingDeleted
 */
@inject()
export default class RetryJob {
  constructor(private reminders: SendReminders) {}

  async handle({ job, by }: { job: Job; by: Actor }): Promise<Job> {
    await db.transaction((trx) => this.#requeue(trx, job, by))
    if (job.batchId) await reopenBatches([job.batchId])
    await this.reminders.handle([job.id])
    return job.refresh()
  }

  async #requeue(trx: TransactionClientContract, job: Job, by: Actor) {
    await lockVideoForWork(trx, job.videoId)
    const now = await Job.findOrFail(job.id, { client: trx })
    if (now.status !== 'failed' && now.status !== 'cancelled') {
      throw new JobNotRetriable(job.id, now.status)
    }
    await this.#refuseSecond(trx, now)
    const { lane, fairGroup } = now
    const set = {
      place: (await lastPlace(trx, { lane, fairGroup })) + 1,
      ...FRESH_START(),
    }
    await moveJob(trx, { jobId: job.id, from: now.status, to: 'queued', set })
    await recordAudit({ by, action: 'job.retried', subject: { type: 'job', id: job.id } }, trx)
  }

  async #refuseSecond(trx: TransactionClientContract, job: Job) {
    const active = await activeTwin(trx, job)
    if (active) throw new JobAlreadyActive(job.videoId, active.id)
  }
}

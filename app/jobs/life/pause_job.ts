import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Job from '#jobs/job'
import SendReminders from '#jobs/life/send_reminders'
import { JobAlreadyEnded } from '#jobs/errors'
import { isEnded } from '#jobs/job_state'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

interface PauseRequest {
  job: Job
  by: Actor
}

/**
 * Lets a job stand still. Where it runs its worker stops its programs within about a second and keeps the lease, its slot
 * and what it has made; no limit of time counts meanwhile. Where it waits nobody takes it. So it stays paused, whatever
 * becomes of its worker, until somebody resumes or cancels it.
 */
@inject()
export default class PauseJob {
  constructor(private reminders: SendReminders) {}

  /** One that stands still already stays so. @throws JobAlreadyEnded */
  async pause({ job, by }: PauseRequest): Promise<Job> {
    const set = {
      pause_requested_at: db.raw('now()'),
      pause_requested_by: by.name,
      paused_at: db.raw(`case when status = 'queued' then now() end`),
    }
    await db.transaction((trx) => change(trx, { job, by, wasPaused: false, set }))
    return job.refresh()
  }

  /** It goes on within about a second as if nothing had been, or waits for its turn again. @throws JobAlreadyEnded */
  async resume({ job, by }: PauseRequest): Promise<Job> {
    const set = {
      ...{ pause_requested_at: null, pause_requested_by: null },
      paused_at: db.raw(`case when status = 'running' then paused_at end`), // its worker says when it goes on
    }
    await db.transaction((trx) => change(trx, { job, by, wasPaused: true, set }))
    await this.reminders.handle([job.id])
    return job.refresh()
  }
}

interface PauseChange extends PauseRequest {
  wasPaused: boolean
  set: Record<string, unknown>
}

async function change(trx: TransactionClientContract, { job, by, wasPaused, set }: PauseChange) {
  const changed = await trx
    .from('jobs')
    .where({ id: job.id })
    .whereIn('status', ['queued', 'running'])
    .whereRaw(`(pause_requested_at is not null) = ?`, [wasPaused])
    .update(set)
  const action = wasPaused ? 'job.resumed' : 'job.paused'
  if (Number(changed) > 0) {
    return recordAudit({ by, action, subject: { type: 'job', id: job.id } }, trx)
  }
  const { status } = await Job.findOrFail(job.id, { client: trx })
  if (isEnded(status)) throw new JobAlreadyEnded(job.id, status, wasPaused ? 'resume' : 'pause')
}

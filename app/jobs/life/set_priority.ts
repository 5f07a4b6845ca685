import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import { JobNotWaiting } from '#jobs/errors'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

/** Of what anybody asks for. Each step is worth so many places as fair_place.ts says. */
export const PRIORITIES = { min: -100, max: 100 }

export interface PriorityChange {
  job: Job
  /** -100 to 100; higher comes earlier. */
  priority: number
  /** Called with the job as nobody else can change it any more; what it throws stops the change. */
  check?: (job: Job) => void
  by: Actor
}

/** Moves a waiting job forward or back in its lane. @throws JobNotWaiting */
export async function setPriority({ job, priority, check, by }: PriorityChange): Promise<Job> {
  await db.transaction(async (trx) => {
    const locked = await Job.query({ client: trx }).where('id', job.id).forUpdate().firstOrFail()
    check?.(locked)
    if (locked.status !== 'queued') throw new JobNotWaiting(job.id, locked.status)
    await trx
      .from('jobs')
      .where({ id: job.id })
      .update({ priority, updated_at: db.raw('now()') })
    const subject = { type: 'job', id: job.id }
    await recordAudit({ by, action: 'job.prioritised', subject, details: { priority } }, trx)
  })
  return job.refresh()
}

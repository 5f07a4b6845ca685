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
  by: Actor
}

/** Moves a waiting job forward or back in its lane. @throws JobNotWaiting */
export async function setPriority({ job, priority, by }: PriorityChange): Promise<Job> {
  await db.transaction(async (trx) => {
    const changed = await trx
      .from('jobs')
      .where({ id: job.id, status: 'queued' })
      .update({ priority, updated_at: db.raw('now()') })
    if (Number(changed) === 0) {
      const { status } = await Job.findOrFail(job.id, { client: trx })
      throw new JobNotWaiting(job.id, status)
    }
    const subject = { type: 'job', id: job.id }
    await recordAudit({ by, action: 'job.prioritised', subject, details: { priority } }, trx)
  })
  return job.refresh()
}

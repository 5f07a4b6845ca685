import db from '@adonisjs/lucid/services/db'
import { lockOpenBatch } from '#jobs/batches/hold_batch'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

export interface BatchPriority {
  batchId: number
  /** -100 to 100; higher comes earlier. */
  priority: number
  by: Actor
}

/** Moves what waits of a batch forward or back in its lane. @returns how many jobs. @throws BatchEnded */
export async function setBatchPriority({ batchId, priority, by }: BatchPriority): Promise<number> {
  return db.transaction(async (trx) => {
    await lockOpenBatch(trx, batchId)
    const changed = await trx
      .from('jobs')
      .where({ batch_id: batchId, status: 'queued' })
      .update({ priority, updated_at: db.raw('now()') })
    const subject = { type: 'batch', id: batchId }
    const details = { priority, jobs: Number(changed) }
    await recordAudit({ by, action: 'batch.prioritised', subject, details }, trx)
    return Number(changed)
  })
}

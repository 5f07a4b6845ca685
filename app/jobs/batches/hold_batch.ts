import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Batch from '#jobs/batches/batch'
import { BatchEnded } from '#jobs/errors'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

export interface BatchHold {
  batchId: number
  by: Actor
  /** For people. */
  reason: string
}

/**
 * Holds the jobs of a batch that wait; those that run go on. Holding twice changes nothing.
 *
 * @returns whether it was this call that did it
 * @throws BatchEnded
 */
export async function holdBatch({ batchId, by, reason }: BatchHold): Promise<boolean> {
  return db.transaction(async (trx) => {
    const batch = await lockOpenBatch(trx, batchId)
    if (batch.pausedAt) return false
    await trx
      .from('batches')
      .where('id', batchId)
      .update({ paused_at: db.raw('now()'), paused_by: by.name, pause_reason: reason })
    await trx.from('jobs').where({ batch_id: batchId, status: 'queued' }).update({ is_held: true })
    const subject = { type: 'batch', id: batchId }
    await recordAudit({ by, action: 'batch.paused', subject, details: { reason } }, trx)
    return true
  })
}

/** One change of a batch at a time. @throws BatchEnded */
export async function lockOpenBatch(trx: TransactionClientContract, id: number): Promise<Batch> {
  const batch = await Batch.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
  if (batch.finishedAt || batch.cancelledAt) throw new BatchEnded(id, batch.state)
  return batch
}

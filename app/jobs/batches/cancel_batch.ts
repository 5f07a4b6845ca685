import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { lockOpenBatch } from '#jobs/batches/hold_batch'
import { lockVideosOf, moveJobs } from '#jobs/life/move_jobs'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

export interface CancelledBatch {
  /** Jobs that waited and are cancelled now. */
  cancelled: number
  /** Jobs that run; their workers stop within two seconds. */
  asked: number
}

/** Cancels what waits of a batch at once and asks the workers of what runs. @throws BatchEnded */
export async function cancelBatch(of: { batchId: number; by: Actor }): Promise<CancelledBatch> {
  const { batchId, by } = of
  return db.transaction(async (trx) => {
    await lockOpenBatch(trx, batchId)
    const jobIds = await lockActive(trx, batchId)
    const set = { cancelled_by: by.name }
    const moved = await moveJobs(trx, { jobIds, from: 'queued', to: 'cancelled', set })
    const asked = await askWorkers(trx, of)
    await trx
      .from('batches')
      .where('id', batchId)
      .update({ cancelled_at: db.raw('now()'), cancelled_by: by.name })
    const details = { cancelled: moved.length, asked }
    const subject = { type: 'batch', id: batchId }
    await recordAudit({ by, action: 'batch.cancelled', subject, details }, trx)
    return details
  })
}

/** What is not over, with its videos locked: else a job that is handed back just now would neither wait nor run. */
async function lockActive(trx: TransactionClientContract, batchId: number): Promise<string[]> {
  const rows = await trx
    .from('jobs')
    .select('id')
    .where({ batch_id: batchId })
    .whereIn('status', ['queued', 'running'])
  const jobIds = rows.map((row) => row.id)
  await lockVideosOf(trx, jobIds)
  return jobIds
}

async function askWorkers(trx: TransactionClientContract, of: { batchId: number; by: Actor }) {
  const asked = await trx
    .from('jobs')
    .where({ batch_id: of.batchId, status: 'running' })
    .update({ cancel_requested_at: db.raw('now()'), cancelled_by: of.by.name })
  return Number(asked)
}

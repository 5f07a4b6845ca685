import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import Batch from '#jobs/batches/batch'
import ReleaseBatch from '#jobs/batches/release_batch'
import { BatchEnded } from '#jobs/errors'
import { holdBatch } from '#jobs/batches/hold_batch'
import { judgeBatch, type BatchNews, type EndedJob } from '#jobs/batches/batch_verdict'
import { mediakeep } from '#accounts/actor'

const BY = mediakeep('system')

/**
 * Looks after batches: lets them go on behind their canary, pauses those whose jobs fail alike, and notes their end.
 * It judges by the rows alone, so any number of processes may call it at once and nothing is lost in a crash.
 */
@inject()
export default class SuperviseBatches {
  constructor(private releaseBatch: ReleaseBatch) {}

  /** All that are open. @returns how many were changed */
  async handle(): Promise<number> {
    const open = await Batch.query().whereNull('finished_at').orderBy('id')
    let changed = 0
    for (const batch of open) if (await this.one(batch)) changed += 1
    return changed
  }

  /** That of a job, if it has one. */
  async ofJob(jobId: string): Promise<void> {
    const batch = await Batch.query()
      .whereIn('id', db.from('jobs').select('batch_id').where('id', jobId))
      .first()
    if (batch) await this.one(batch)
  }

  /** One of them. @returns whether something was done about it */
  async one(batch: Batch): Promise<boolean> {
    const verdict = judgeBatch(await newsOf(batch))
    try {
      switch (verdict.act) {
        case 'pause':
          return await holdBatch({ batchId: batch.id, by: BY, reason: verdict.reason })
        case 'hold_again':
          return await holdAgain(batch)
        case 'release':
          return (await this.releaseBatch.handle({ batchId: batch.id, by: BY })) > 0
        case 'finish':
          return await finish(batch)
        default:
          return false
      }
    } catch (error) {
      if (error instanceof BatchEnded) return false
      throw error
    }
  }
}

/** Retries and work handed back wait with the others. */
async function holdAgain({ id }: Batch): Promise<boolean> {
  const held = await db
    .from('jobs')
    .where({ batch_id: id, status: 'queued', is_held: false })
    .update({ is_held: true })
  return Number(held) > 0
}

/** @returns whether it was this call that did it; a job that was retried meanwhile keeps the batch open */
async function finish({ id }: Batch): Promise<boolean> {
  const { rowCount } = await db.rawQuery(
    `update batches set finished_at = now(), paused_at = null, paused_by = null, pause_reason = null
     where id = :id and finished_at is null and not exists (
       select from jobs where batch_id = :id and status in ('queued', 'running'))`,
    { id }
  )
  return rowCount > 0
}

async function newsOf(batch: Batch): Promise<BatchNews> {
  const [counts] = await db
    .from('jobs')
    .where('batch_id', batch.id)
    .whereIn('status', ['queued', 'running'])
    .select(
      db.raw('count(*)::int as active'),
      db.raw('(count(*) filter (where is_held))::int as held'),
      db.raw(`(count(*) filter (where status = 'queued' and not is_held))::int as loose`)
    )
  const { pauseAfterFailures, canarySize } = batch
  return {
    ...counts,
    ...{ isPaused: batch.pausedAt !== null, isReleased: batch.releasedAt !== null },
    ...{ pauseAfterFailures, canarySize, ended: await lastEnded(batch) },
  }
}

async function lastEnded(batch: Batch): Promise<EndedJob[]> {
  const since = batch.resumedAt ?? batch.createdAt
  const rows = await db
    .from('jobs')
    .select('status', 'failure_cause')
    .where('batch_id', batch.id)
    .whereIn('status', ['completed', 'failed', 'cancelled'])
    .where('finished_at', '>', since.toSQL()!)
    .orderBy('finished_at', 'desc')
    .limit(Math.max(batch.pauseAfterFailures, batch.canarySize))
  return rows.map((row) => ({ status: row.status, cause: row.failure_cause }))
}

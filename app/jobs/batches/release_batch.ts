import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import SendReminders from '#jobs/life/send_reminders'
import { lockOpenBatch } from '#jobs/batches/hold_batch'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

/** Lets the held jobs of a batch go on: after a pause, or behind a canary that did well. */
@inject()
export default class ReleaseBatch {
  constructor(private reminders: SendReminders) {}

  /** @returns how many jobs were held. @throws BatchEnded */
  async handle({ batchId, by }: { batchId: number; by: Actor }): Promise<number> {
    const jobIds = await db.transaction(async (trx) => {
      await lockOpenBatch(trx, batchId)
      await trx
        .from('batches')
        .where('id', batchId)
        .update({
          ...{ paused_at: null, paused_by: null, pause_reason: null },
          resumed_at: db.raw('now()'),
          released_at: db.raw('coalesce(released_at, now())'),
        })
      const released = await trx
        .query()
        .from('jobs')
        .where({ batch_id: batchId, status: 'queued', is_held: true })
        .update({ is_held: false }, ['id'])
      const subject = { type: 'batch', id: batchId }
      const details = { jobs: released.length }
      await recordAudit({ by, action: 'batch.released', subject, details }, trx)
      return released.map((row: { id: string }) => row.id)
    })
    await this.reminders.handle(jobIds)
    return jobIds.length
  }
}

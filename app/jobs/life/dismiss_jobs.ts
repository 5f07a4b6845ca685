import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { deadLetters, type DeadLetterFilter } from '#jobs/life/dead_letters'
import { lockVideosOf } from '#jobs/life/move_jobs'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

/**
 * Takes failed jobs out of the dead letters: somebody looked, and nothing more is to be done. Their failure stays told;
 * each can still be retried by itself.
 *
 * @returns the ids of those that were dismissed
 */
export async function dismissJobs(request: DeadLetterFilter & { by: Actor }): Promise<string[]> {
  const { by, ...filter } = request
  return db.transaction(async (trx) => {
    const letters = await deadLetters(filter, trx).select('id')
    const jobIds = letters.map(({ id }) => id)
    await lockVideosOf(trx, jobIds)
    const dismissed = await markDismissed(trx, jobIds, by)
    const subject = { type: 'jobs', id: null }
    const details = { ...filter, jobs: dismissed.length }
    if (dismissed.length > 0) {
      await recordAudit({ by, action: 'jobs.dismissed', subject, details }, trx)
    }
    return dismissed
  })
}

/** In the caller's transaction, which holds the videos. @returns the ids of those that still stood as failed */
export async function markDismissed(trx: TransactionClientContract, jobIds: string[], by: Actor) {
  const rows = await trx
    .query()
    .from('jobs')
    .whereRaw('id = any(?::uuid[])', [jobIds])
    .where('status', 'failed')
    .whereNull('dismissed_at')
    .update({ dismissed_at: db.knexRawQuery('now()'), dismissed_by: by.name }, ['id'])
  return rows.map((row: { id: string }): string => row.id)
}

import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { stopJobsOf } from '#jobs/life/stop_jobs_of'
import { recordAuditOfMany } from '#accounts/audit'
import type { SentReminder } from '#jobs/job_queue'
import type { Actor } from '#accounts/actor'

/**
 * Marks videos as being deleted, cancels what waits for them and asks what runs. Nothing new is begun for them from then on.
 *
 * @returns the reminders of what waited, to be withdrawn after the commit
 */
export async function markForDeletion(
  trx: TransactionClientContract,
  { videoIds, by }: { videoIds: number[]; by: Actor }
): Promise<SentReminder[]> {
  const { reminders } = await stopJobsOf(trx, videoIds, by)
  await mark(trx, videoIds, by)
  await dismissFailed(trx, videoIds, by)
  return reminders
}

/** Once, however often it is asked for. */
async function mark(trx: TransactionClientContract, videoIds: number[], by: Actor) {
  const rows = await trx
    .query()
    .from('videos')
    .whereRaw('id = any(?::int[])', [videoIds])
    .whereNull('deletion_requested_at')
    .update(
      {
        deletion_requested_at: db.knexRawQuery('now()'),
        deletion_requested_by: JSON.stringify(by),
      },
      ['id']
    )
  const subjects = { type: 'video', ids: rows.map((row: { id: number }) => row.id) }
  await recordAuditOfMany({ by, action: 'video.deletion_requested', subjects }, trx)
}

/** So that nobody retries them with others meanwhile. */
async function dismissFailed(trx: TransactionClientContract, videoIds: number[], by: Actor) {
  await trx
    .from('jobs')
    .whereRaw('video_id = any(?::int[])', [videoIds])
    .where('status', 'failed')
    .whereNull('dismissed_at')
    .update({ dismissed_at: db.raw('now()'), dismissed_by: by.name })
}

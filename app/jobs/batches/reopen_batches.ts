import db from '@adonisjs/lucid/services/db'

/** Batches of which jobs were retried go on; earlier failures are taken as looked at. */
export async function reopenBatches(ids: number[]): Promise<void> {
  await db
    .from('batches')
    .whereIn('id', ids)
    .whereNull('cancelled_at')
    .update({ finished_at: null, resumed_at: db.raw('now()') })
}

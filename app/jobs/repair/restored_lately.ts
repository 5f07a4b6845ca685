import db from '@adonisjs/lucid/services/db'

const DAYS = 7

/**
 * When a backup was restored last, if that was within a week; else null. Files that are older than that and belong to
 * no row may be what came after the backup, and all that is left of it: they are not removed yet.
 */
export async function restoredLately(): Promise<Date | null> {
  const { rows } = await db.rawQuery(
    `select max(at) as at from audit where action = 'backup.restored' and at > now() - interval '${DAYS} days'`
  )
  return rows[0].at
}

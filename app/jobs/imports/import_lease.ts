import db from '@adonisjs/lucid/services/db'
import Import from '#jobs/imports/import'

/** Seconds for which a claim holds; a process that says nothing for so long is taken for dead. */
const LEASE_S = 15

/** How far one is that runs. */
export interface ImportProgress {
  status: 'downloading' | 'examining'
  receivedBytes: number
  totalBytes: number | null
  bytesPerS: number | null
}

/** An import that is this process's to do. */
export interface ClaimedImport {
  row: Import
  /** Another process had it and may still believe so. */
  isTakenOver: boolean
}

/** Takes the import that is due the longest, also one whose process died; null where there is none. */
export async function claimNextImport(): Promise<ClaimedImport | null> {
  const { rows } = await db.rawQuery(`
    with next as (
      select id, status <> 'waiting' as was_running from imports
      where finished_at is null
        and ((status = 'waiting' and due_at <= now()) or lease_expires_at <= now())
      order by due_at, id limit 1 for update skip locked
    )
    update imports set status = 'downloading', lease_token = lease_token + 1,
      lease_expires_at = now() + interval '${LEASE_S} seconds', started_at = coalesce(started_at, now()),
      failure_count = failure_count + was_running::int
    from next where imports.id = next.id returning imports.id, was_running`)
  if (rows.length === 0) return null
  return { row: await Import.findOrFail(rows[0].id), isTakenOver: rows[0].was_running }
}

/** Writes what holds while the lease does. @returns false where it was lost, or somebody cancelled */
export async function noteImport(row: Import, changes: Record<string, unknown>): Promise<boolean> {
  const { id, leaseToken } = row
  const rows = await db
    .from('imports')
    .where({ id, lease_token: leaseToken })
    .whereNull('finished_at')
    .update(changes, ['id'])
  return rows.length > 0
}

/** Prolongs the lease and tells how far it is. */
export function renewImport(row: Import, at: ImportProgress): Promise<boolean> {
  return noteImport(row, {
    status: at.status,
    received_bytes: at.receivedBytes,
    total_bytes: at.totalBytes,
    bytes_per_s: at.bytesPerS,
    lease_expires_at: db.knexRawQuery(`now() + interval '${LEASE_S} seconds'`),
  })
}

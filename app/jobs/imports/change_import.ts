import { rm } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import Import from '#jobs/imports/import'
import { ImportEnded, ImportNotRetriable } from '#jobs/imports/errors'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'

/** Gives an import up; what has arrived of it goes. @throws ImportEnded also where it just became a video */
export async function cancelImport({ id }: Import, by: Actor): Promise<Import> {
  const cancelled = await db.transaction(async (trx) => {
    const row = await Import.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
    if (row.finishedAt || row.videoId) throw new ImportEnded(row.name, words(row))
    const { partPath } = row
    await trx
      .from('imports')
      .where({ id })
      .update({
        ...{ status: 'cancelled', cancelled_by: by.name, finished_at: db.raw('now()') },
        ...{ lease_expires_at: null, bytes_per_s: null, part_path: null, validator: null },
      })
    await recordAudit({ by, action: 'import.cancelled', subject: { type: 'import', id } }, trx)
    return { row, partPath }
  })
  if (cancelled.partPath) await rm(cancelled.partPath, { force: true })
  return cancelled.row.refresh()
}

/** Fetches it anew. @throws ImportNotRetriable */
export async function retryImport({ id }: Import, by: Actor): Promise<Import> {
  const row = await db.transaction(async (trx) => {
    const found = await Import.query({ client: trx }).where('id', id).forUpdate().firstOrFail()
    if (found.status !== 'failed' && found.status !== 'cancelled') {
      throw new ImportNotRetriable(found.name, words(found))
    }
    await trx
      .from('imports')
      .where({ id })
      .update({
        ...{ status: 'waiting', finished_at: null, cancelled_by: null, failure_count: 0 },
        ...{ error_code: null, error_message: null, received_bytes: 0, due_at: db.raw('now()') },
      })
    await recordAudit({ by, action: 'import.retried', subject: { type: 'import', id } }, trx)
    return found
  })
  return row.refresh()
}

function words({ status, videoId }: Import): string {
  return status === 'examining' && videoId ? 'taken in' : status
}

import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { FolderFile } from '#videos/watched/folder_files'

export type SeenStatus = 'seen' | 'imported' | 'refused' | 'failed'

/** What is known of a file in a watched folder, at one size and time of change. */
export interface SeenFile {
  id: number
  name: string
  status: SeenStatus
  /** Why it was not taken, for people; null otherwise. */
  error: string | null
  videoId: number | null
  /** Nothing is left to do with it. */
  isDone: boolean
  /** Unchanged for so many seconds, as far as was looked. */
  restedS: number
}

const COLUMNS = `id, name, status, error, video_id as "videoId", is_done as "isDone",
  extract(epoch from now() - first_seen_at)::float8 as "restedS"`

/** Notes the file where it is new or changed, and forgets what it was before. */
export async function noteSeen(folder: string, file: FolderFile): Promise<SeenFile> {
  const { device, inode, sizeBytes, modifiedNs, name } = file
  const { rows } = await db.rawQuery<{ rows: SeenFile[] }>(
    `insert into watched_files (folder, name, device, inode, size_bytes, modified_ns)
     values (:folder, :name, :device, :inode, :sizeBytes, :modifiedNs)
     on conflict (folder, device, inode, size_bytes, modified_ns) do update set name = excluded.name
     returning ${COLUMNS}`,
    { folder, name, device, inode, sizeBytes, modifiedNs }
  )
  await db
    .from('watched_files')
    .where({ folder, name })
    .whereNot('id', rows[0].id)
    .whereNot('status', 'imported')
    .delete()
  return rows[0]
}

/** @returns false where it was imported already */
export async function noteImported(trx: TransactionClientContract, id: number, videoId: number) {
  const changed = await trx
    .from('watched_files')
    .where('id', id)
    .whereNot('status', 'imported')
    .update({ status: 'imported', video_id: videoId, error: null, updated_at: db.raw('now()') })
  return Number(changed) > 0
}

/** Refused is the file itself, until it changes; failed is what may be better next time. */
export async function noteFault(id: number, status: 'refused' | 'failed', error: string) {
  await db
    .from('watched_files')
    .where('id', id)
    .whereNot('status', 'imported')
    .update({ status, error, updated_at: db.raw('now()') })
}

export async function noteDone(id: number) {
  await db
    .from('watched_files')
    .where('id', id)
    .update({ is_done: true, updated_at: db.raw('now()') })
}

/** Forgets the faults of files that lie there no more; what was imported is remembered. */
export async function forgetOthers(folder: string, present: number[]) {
  await db
    .from('watched_files')
    .where({ folder })
    .whereNot('status', 'imported')
    .whereRaw('id <> all(?::int[])', [present])
    .delete()
}

export interface FolderFault {
  name: string
  status: 'refused' | 'failed'
  error: string
  at: Date
}

/** The files of a folder that were not taken, the newest first. */
export async function folderFaults(folder: string, limit: number): Promise<FolderFault[]> {
  return db
    .from('watched_files')
    .select('name', 'status', 'error')
    .select({ at: 'updated_at' })
    .where({ folder })
    .whereIn('status', ['refused', 'failed'])
    .orderBy('updated_at', 'desc')
    .limit(limit)
}

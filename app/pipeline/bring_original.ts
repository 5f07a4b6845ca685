import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { FileDamaged } from '#storage/errors'
import type Job from '#jobs/job'
import type { JobLease } from '#jobs/life/job_lease'
import type { MediaStore } from '#storage/media_store'

/** The file in the store is not the one that was taken in. */
export class OriginalChanged extends Error {}

interface Wanted {
  job: Job
  lease: JobLease
  folder: string
  signal: AbortSignal
}

/**
 * Brings the original into the attempt's folder, once.
 *
 * @returns its path
 * @throws OriginalChanged, FileMissing, StorageUnreachable, and the signal's reason
 */
export async function bringOriginal(store: MediaStore, wanted: Wanted): Promise<string> {
  const { job, lease, folder, signal } = wanted
  const { originalKey, sizeBytes } = job.video
  const path = join(folder, 'original')
  await store.bring(originalKey, path, signal).catch((error) => {
    throw error instanceof FileDamaged ? new OriginalChanged(error.message) : error
  })
  if ((await stat(path)).size !== sizeBytes) throw new OriginalChanged()
  if (store.isRemote) await noLongerReserved(lease, sizeBytes)
  return path
}

/** What lies in scratch is not free any more: others must not count it twice. */
async function noLongerReserved({ attemptId }: JobLease, bytes: number) {
  const rest = db.raw('greatest(0, reserved_bytes - ?)', [bytes])
  await db.from('attempts').where('id', attemptId).update({ reserved_bytes: rest })
}

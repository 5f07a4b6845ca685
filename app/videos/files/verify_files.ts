import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import { recordAudit } from '#accounts/audit'
import { MediaStore } from '#storage/media_store'
import { faultOf, type FileFault } from '#videos/files/file_fault'
import { storedFilesOf } from '#videos/files/stored_files'
import type { Actor } from '#accounts/actor'

export interface VerifyRequest {
  /** Those looked at longest ago, new ones first. */
  maxVideos: number
  /** Also read every file and compare its SHA-256. */
  areHashed: boolean
  /** No further video is begun after so long. */
  maxMs: number
  by: Actor
  signal?: AbortSignal
}

export interface VerifiedFiles {
  videos: number
  files: number
  /** Of the files that were looked at. */
  sizeBytes: number
  faults: (FileFault & { videoId: number })[]
}

/**
 * Looks whether the files that rows show are in the store as they were kept. What is damaged becomes a line of the
 * audit; it is not mended, for only a person has the backup.
 */
@inject()
export default class VerifyFiles {
  constructor(private store: MediaStore) {}

  /** @throws StorageUnreachable, and the signal's reason; what was looked at until then is kept */
  async handle(request: VerifyRequest): Promise<VerifiedFiles> {
    const seen: VerifiedFiles = { videos: 0, files: 0, sizeBytes: 0, faults: [] }
    const endsAt = performance.now() + request.maxMs
    for (const videoId of await longestUnseen(request.maxVideos)) {
      request.signal?.throwIfAborted()
      if (performance.now() > endsAt) break
      await this.#verify(videoId, request, seen)
    }
    return seen
  }

  async #verify(videoId: number, request: VerifyRequest, seen: VerifiedFiles) {
    const { areHashed: isHashed, signal, by } = request
    const files = await storedFilesOf(videoId)
    const found: FileFault[] = []
    for (const file of files) {
      const fault = await faultOf(file, { store: this.store, isHashed, signal })
      if (fault) found.push(fault)
      seen.sizeBytes += file.sizeBytes ?? 0
    }
    const faults = await keep(videoId, found, by)
    seen.videos += 1
    seen.files += files.length
    seen.faults.push(
      ...faults.map((fault) => ({ ...fault, videoId, what: `${fault.what} (video ${videoId})` }))
    )
  }
}

async function longestUnseen(count: number): Promise<number[]> {
  const rows = await db
    .from('videos')
    .select('id')
    .whereNull('deletion_requested_at')
    .orderByRaw('files_checked_at nulls first, id')
    .limit(count)
  return rows.map(({ id }) => id)
}

/** @returns those that still hold: a rendition may have been replaced, or the video deleted, meanwhile */
async function keep(videoId: number, found: FileFault[], by: Actor): Promise<FileFault[]> {
  const still = found.length > 0 ? await storedFilesOf(videoId) : []
  const faults = found.filter(({ key }) => still.some((file) => file.key === key))
  await db.transaction(async (trx) => {
    for (const details of faults) {
      const subject = { type: 'video', id: videoId }
      await recordAudit(
        { by, action: 'stored_file.damaged', subject, details: { ...details } },
        trx
      )
    }
    await trx
      .from('videos')
      .where('id', videoId)
      .update({ files_checked_at: db.raw('now()') })
  })
  return faults
}

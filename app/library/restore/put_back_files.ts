import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { inject } from '@adonisjs/core'
import { MediaStore } from '#storage/media_store'
import { atOnce } from '#app/library/at_once'
import { hashing } from '#app/library/backup/hashing'
import { isWhole } from '#app/library/backup/keep_files'
import type { OnProgress } from '#app/library/progress'
import { listedFiles, type ShownFile } from '#app/library/stored_files'

export interface FilesThere {
  /** In the store already. */
  present: number
  /** Put back from the backup. */
  restored: number
  missing: number
  /** In the store with another size, or in the backup with other bytes than its rows say. */
  damaged: number
  /** Keys of missing and damaged ones, a few. */
  some: string[]
}

interface FilesRequest {
  /** Path of the list. */
  list: string
  /** Where files are, by key; null: only look. */
  from: string | null
  total: number
  onProgress: OnProgress
}

const AT_ONCE = 8
const MOST_TOLD = 20

/** Puts files of a backup into the store where they are not there, or counts those that are missing. */
@inject()
export default class PutBackFiles {
  constructor(private store: MediaStore) {}

  /** May be repeated. @throws StorageUnreachable, BackupUnreadable */
  async handle({ list, from, total, onProgress }: FilesRequest): Promise<FilesThere> {
    const made: FilesThere = { present: 0, restored: 0, missing: 0, damaged: 0, some: [] }
    let done = 0
    await atOnce(AT_ONCE, listedFiles(list), async (file) => {
      onProgress({ what: file.key, done: done++, total, unit: 'files' })
      const became = await this.#putBack(file, from)
      made[became] += 1
      const isBad = became === 'missing' || became === 'damaged'
      if (isBad && made.some.length < MOST_TOLD) made.some.push(file.key)
    })
    return made
  }

  async #putBack(file: ShownFile, from: string | null) {
    const size = await this.store.sizeOf(file.key)
    const isThere = size !== null && (file.sizeBytes === null || file.sizeBytes === size)
    if (isThere) return 'present'
    if (from !== null) return this.#copy(file, join(from, file.key))
    return size === null ? 'missing' : 'damaged'
  }

  async #copy(file: ShownFile, path: string) {
    const incoming = await this.store.newIncomingPath()
    const { through, seen } = hashing()
    try {
      await pipeline(createReadStream(path), through, createWriteStream(incoming))
      if (!isWhole(file, seen())) return 'damaged'
      await this.store.remove(file.key)
      await this.store.keep(incoming, file.key)
      return 'restored'
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing'
      throw error
    } finally {
      await rm(incoming, { force: true })
    }
  }
}

import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { inject } from '@adonisjs/core'
import { ownedKeys } from '#jobs/repair/owned_keys'
import { FileMissing } from '#storage/errors'
import { MediaStore } from '#storage/media_store'
import { atOnce } from '#app/library/at_once'
import { hashing, type Seen } from '#app/library/backup/hashing'
import { flush, OURS_ALONE } from '#app/library/backup/write_durably'
import type { OnProgress } from '#app/library/progress'
import { listedFiles, type ShownFile } from '#app/library/stored_files'

export interface FilesKept {
  /** Copied now. */
  copied: number
  copiedBytes: number
  /** There already, from a backup before. */
  kept: number
  /** Deleted with their rows since the snapshot. */
  gone: number
  /** Not in the store, though rows show them: keys, a hundred at most. */
  missing: string[]
  /** Not the bytes that rows say: keys, a hundred at most. They are not in the backup. */
  damaged: string[]
}

interface KeepRequest {
  folder: string
  /** Path of the list. */
  list: string
  total: number
  onProgress: OnProgress
}

const AT_ONCE = 4
const MOST_TOLD = 100

/** Copies the files of a list out of the store; what was copied before stays. */
@inject()
export default class KeepFiles {
  constructor(private store: MediaStore) {}

  /** @throws StorageUnreachable */
  async handle({ folder, list, total, onProgress }: KeepRequest): Promise<FilesKept> {
    const made: FilesKept = {
      copied: 0,
      copiedBytes: 0,
      kept: 0,
      gone: 0,
      missing: [],
      damaged: [],
    }
    let done = 0
    await atOnce(AT_ONCE, listedFiles(list), async (file) => {
      onProgress({ what: file.key, done: done++, total, unit: 'files' })
      await this.#keep(file, join(folder, 'files', file.key), made)
    })
    return made
  }

  async #keep(file: ShownFile, path: string, made: FilesKept) {
    if (await isKept(file, path)) return void (made.kept += 1)
    const part = `${path}.part`
    try {
      const seen = await this.#copy(file.key, part)
      if (!isWhole(file, seen)) return told(made.damaged, file.key)
      await rename(part, path)
      made.copied += 1
      made.copiedBytes += seen.sizeBytes
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error
      const isShown = (await ownedKeys([file.key])).has(file.key)
      if (isShown) told(made.missing, file.key)
      else made.gone += 1
    } finally {
      await rm(part, { force: true })
    }
  }

  async #copy(key: string, path: string): Promise<Seen> {
    const content = await this.store.read(key)
    await mkdir(dirname(path), { recursive: true, mode: OURS_ALONE.folder })
    const { through, seen } = hashing()
    await pipeline(content, through, createWriteStream(path, { mode: OURS_ALONE.file }))
    await flush(path)
    return seen()
  }
}

/** A key is never written again, and only whole files come to their place. */
async function isKept({ sizeBytes }: ShownFile, path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && (sizeBytes === null || found.size === sizeBytes)
}

/** Whether bytes are those that rows say. */
export function isWhole({ sizeBytes, sha256 }: ShownFile, seen: Seen): boolean {
  const isLong = sizeBytes === null || sizeBytes === seen.sizeBytes
  return isLong && (sha256 === null || sha256 === seen.sha256)
}

function told(keys: string[], key: string) {
  if (keys.length < MOST_TOLD) keys.push(key)
}

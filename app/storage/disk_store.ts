import { createReadStream } from 'node:fs'
import {
  copyFile,
  link,
  mkdir,
  open,
  opendir,
  rename,
  rm,
  rmdir,
  stat,
  utimes,
} from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import type { StorePrefix } from '#storage/keys'
import { FileMissing, StorageUnreachable } from '#storage/errors'
import { MediaStore, type ByteRange, type StoredFile } from '#storage/media_store'

/** 1 MiB reads cost a third of the CPU of the default 64 KiB ones when whole videos go out. */
const READ_SIZE_BYTES = 1024 * 1024

/** Keeps files in a folder of this machine. */
export class DiskStore extends MediaStore {
  readonly isRemote = false
  readonly #root: string

  constructor(root: string) {
    super()
    this.#root = resolve(root)
  }

  async newIncomingPath() {
    const folder = join(this.#root, 'incoming')
    await mkdir(folder, { recursive: true }).catch(unreachable)
    return join(folder, uuidv7())
  }

  async keep(localPath: string, key: string, signal?: AbortSignal) {
    signal?.throwIfAborted()
    const path = this.#pathOf(key)
    await mkdir(dirname(path), { recursive: true }).catch(unreachable)
    await datedNow(localPath)
    await flush(localPath)
    await rename(localPath, path).catch((error) => moveAcrossDevices(error, localPath, path))
    await flush(dirname(path))
  }

  async bring(key: string, localPath: string, signal?: AbortSignal) {
    signal?.throwIfAborted()
    const path = this.#pathOf(key)
    await link(path, localPath)
      .catch((error) => (isMissing(error) ? Promise.reject(error) : copyFile(path, localPath)))
      .catch((error) => missingOrUnreachable(error, key))
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const path = this.#pathOf(key)
    await stat(path).catch((error) => missingOrUnreachable(error, key))
    return createReadStream(path, { ...range, highWaterMark: READ_SIZE_BYTES })
  }

  async sizeOf(key: string) {
    try {
      return (await stat(this.#pathOf(key))).size
    } catch (error) {
      return isMissing(error) ? null : unreachable(error)
    }
  }

  async remove(key: string) {
    const path = this.#pathOf(key)
    await rm(path, { force: true }).catch(unreachable)
    await rmdir(dirname(path)).catch(() => undefined) // only an empty folder goes
  }

  async *list(prefix: StorePrefix): AsyncIterable<StoredFile> {
    const folder = await opendir(join(this.#root, prefix), { recursive: true }).catch((error) =>
      isMissing(error) ? null : unreachable(error)
    )
    if (!folder) return
    for await (const entry of folder) {
      const path = join(entry.parentPath, entry.name)
      const found = entry.isFile() ? await stat(path).catch(() => null) : null
      if (!found) continue
      const key = relative(this.#root, path).split(sep).join('/')
      yield { key, sizeBytes: found.size, storedAt: found.mtime }
    }
  }

  #pathOf(key: string) {
    const path = resolve(this.#root, key)
    if (!path.startsWith(this.#root + sep)) throw new FileMissing(key)
    return path
  }
}

async function moveAcrossDevices(error: unknown, from: string, to: string) {
  if (codeOf(error) !== 'EXDEV') unreachable(error)
  await copyFile(from, `${to}.part`).catch(unreachable)
  await flush(`${to}.part`)
  await rename(`${to}.part`, to).catch(unreachable)
  await rm(from, { force: true })
}

/** The file's own time would be that of its last byte: verifying may take an hour more. */
async function datedNow(path: string) {
  const now = new Date()
  await utimes(path, now, now).catch(unreachable)
}

async function flush(path: string) {
  const handle = await open(path, 'r').catch(unreachable)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function missingOrUnreachable(error: unknown, key: string): never {
  if (isMissing(error)) throw new FileMissing(key)
  unreachable(error)
}

function unreachable(error: unknown): never {
  throw new StorageUnreachable(error instanceof Error ? error.message : String(error), {
    cause: error,
  })
}

function isMissing(error: unknown) {
  return codeOf(error) === 'ENOENT'
}

function codeOf(error: unknown) {
  return (error as NodeJS.ErrnoException).code
}

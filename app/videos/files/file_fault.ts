import { FileMissing } from '#storage/errors'
import { sha256Of } from '#storage/sha256'
import type { MediaStore } from '#storage/media_store'
import type { StoredFileOf } from '#videos/files/stored_files'

export interface FileFault {
  key: string
  kind: 'missing' | 'wrong_size' | 'wrong_bytes'
  /** A clause without its full stop. */
  what: string
}

/**
 * What is wrong with a stored file, or null. The size is asked for first: only where it is right is the whole read.
 *
 * @throws StorageUnreachable, and the signal's reason once it is aborted
 */
export async function faultOf(
  file: StoredFileOf,
  { store, isHashed, signal }: Look
): Promise<FileFault | null> {
  const sizeBytes = await store.sizeOf(file.key)
  if (sizeBytes === null) return missing(file)
  if (file.sizeBytes !== null && sizeBytes !== file.sizeBytes) return wrongSize(file, sizeBytes)
  if (!isHashed || file.sha256 === null) return null
  const found = await hashOf(store, file.key, signal)
  if (found === null) return missing(file)
  return found === file.sha256 ? null : wrongBytes(file)
}

interface Look {
  store: MediaStore
  isHashed: boolean
  signal?: AbortSignal
}

function wrongSize({ key, what, sizeBytes }: StoredFileOf, found: number): FileFault {
  const told = `${what} has ${found} bytes where ${sizeBytes} were stored`
  return { key, kind: 'wrong_size', what: told }
}

function wrongBytes({ key, what }: StoredFileOf): FileFault {
  return { key, kind: 'wrong_bytes', what: `the bytes of ${what} are others than were stored` }
}

function missing({ key, what }: StoredFileOf): FileFault {
  return { key, kind: 'missing', what: `${what} is not in the store` }
}

/** Null where the file went meanwhile. */
async function hashOf(
  store: MediaStore,
  key: string,
  signal?: AbortSignal
): Promise<string | null> {
  try {
    return await sha256Of(await store.read(key), signal)
  } catch (error) {
    if (error instanceof FileMissing) return null
    throw error
  }
}

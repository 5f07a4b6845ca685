import { KnownKeys } from '#storage/known_keys'
import { FallbackStore } from '#storage/fallback_store'
import type { MediaStore, StoredFile } from '#storage/media_store'

export interface FilesAndBytes {
  count: number
  bytes: number
}

export interface StoresUse {
  current: FilesAndBytes
  /** Null: the library is not on its way. */
  former: FilesAndBytes | null
  /** In the former store alone. */
  unmoved: FilesAndBytes
}

/** What is kept; what arrives stays in a folder until it is. */
const KEPT = ['originals/', 'watermarks/', 'renditions/'] as const

/** Counts what lies in the store, and in the former one where there is one. @throws StorageUnreachable */
export async function storesUse(store: MediaStore): Promise<StoresUse> {
  const [current, former] =
    store instanceof FallbackStore ? [store.current, store.former] : [store, null]
  const known = new KnownKeys()
  const use: StoresUse = { current: nothing(), former: former && nothing(), unmoved: nothing() }
  for await (const file of keptFiles(current)) {
    add(use.current, file)
    if (former) known.add(sameFile(file))
  }
  if (!former) return use
  for await (const file of keptFiles(former)) {
    add(use.former!, file)
    if (!known.has(sameFile(file))) add(use.unmoved, file)
  }
  return use
}

/** Every file that is kept, originals first. */
export async function* keptFiles(store: MediaStore): AsyncIterable<StoredFile> {
  for (const prefix of KEPT) yield* store.list(prefix)
}

/** A key is never written again: with the same length it is the same file. */
export function sameFile({ key, sizeBytes }: Pick<StoredFile, 'key' | 'sizeBytes'>): string {
  return `${key} ${sizeBytes}`
}

function nothing(): FilesAndBytes {
  return { count: 0, bytes: 0 }
}

function add(sum: FilesAndBytes, { sizeBytes }: StoredFile) {
  sum.count += 1
  sum.bytes += sizeBytes
}

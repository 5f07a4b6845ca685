import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { ownedKeys } from '#jobs/repair/owned_keys'
import { FileMissing, KeyTaken } from '#storage/errors'
import { sha256Of } from '#storage/sha256'
import type { FallbackStore } from '#storage/fallback_store'
import type { MediaStore } from '#storage/media_store'
import { hashing } from '#app/library/backup/hashing'
import { isWhole } from '#app/library/backup/keep_files'
import type { Throttle } from '#app/library/move/throttle'
import type { ShownFile } from '#app/library/stored_files'

/** `gone`: deleted meanwhile. `damaged`: other bytes than its row says, or than lie there already; left where it is. */
export type Moved = 'copied' | 'gone' | 'damaged'

/** Copies one file from the former store into the current one, verified. @throws StorageUnreachable */
export async function moveFile(
  { current, former }: FallbackStore,
  file: ShownFile,
  throttle: Throttle
): Promise<Moved> {
  const { through, seen } = hashing()
  const path = await current.newIncomingPath()
  try {
    await pipeline(
      await former.read(file.key),
      throttle.through(),
      through,
      createWriteStream(path)
    )
    const bytes = seen()
    if (!isWhole(file, bytes)) return 'damaged'
    await current.keep(path, file.key)
    if (file.sha256 === null && (await keptHash(current, file.key)) !== bytes.sha256)
      return 'damaged'
    return await unlessDeleted(current, file.key)
  } catch (error) {
    if (error instanceof FileMissing) return 'gone'
    if (error instanceof KeyTaken) return 'damaged'
    throw error
  } finally {
    await rm(path, { force: true })
  }
}

/** Whoever deletes a video commits that first and removes its files then, which may have been before we kept this one. */
async function unlessDeleted(current: MediaStore, key: string): Promise<Moved> {
  if ((await ownedKeys([key])).has(key)) return 'copied'
  await current.remove(key)
  return 'gone'
}

async function keptHash(store: MediaStore, key: string): Promise<string> {
  return sha256Of(await store.read(key))
}

import { inject } from '@adonisjs/core'
import { MediaStore } from '#storage/media_store'
import { ownedKeys } from '#jobs/repair/owned_keys'
import { restoredLately } from '#jobs/repair/restored_lately'
import { counted, someOf, type Finding, type Repair } from '#jobs/repair/repair'

interface OwnerlessGroup extends Finding {
  keys: string[]
}

/** A file is kept first and shown by a commit after it: whoever is between the two has so long. */
const GRACE_MS = 3_600_000
/** A bucket may date a file by when its first part was sent. */
const GRACE_OF_REMOTE_MS = 24 * GRACE_MS
const KEYS_A_LOOK = 1000

/** More than this, and more than half of all: no crash leaves that, but a wrong database does. */
const SUSPICIOUS = 10

/**
 * Files in the store that no row shows: somebody died between keeping them and the commit, or between the commit that
 * let them go and their removal.
 */
@inject()
export default class OwnerlessFiles implements Repair<OwnerlessGroup> {
  readonly kind = 'ownerless_files'
  readonly action = 'stored_files.removed'
  readonly everyS: number
  readonly #graceMs: number

  constructor(private store: MediaStore) {
    this.everyS = store.isRemote ? 3600 : 600
    this.#graceMs = store.isRemote ? GRACE_OF_REMOTE_MS : GRACE_MS
  }

  async find(): Promise<OwnerlessGroup[]> {
    const all = new Set<string>()
    const ownerless = new Map<string, string[]>()
    for await (const keys of this.#oldKeys()) {
      const owned = await ownedKeys(keys)
      for (const key of keys) {
        const group = groupOf(key)
        all.add(group)
        if (!owned.has(key)) ownerless.set(group, [...(ownerless.get(group) ?? []), key])
      }
    }
    const isSuspicious = ownerless.size > SUSPICIOUS && ownerless.size * 2 > all.size
    if (isSuspicious) return [suspicion(ownerless.size, all.size)]
    return [...ownerless].map(([group, keys]) => findingOf(group, keys))
  }

  async repair({ keys }: OwnerlessGroup) {
    const owned = await ownedKeys(keys)
    let removed = 0
    for (const key of keys) {
      if (owned.has(key) || (await this.store.sizeOf(key)) === null) continue
      await this.store.remove(key)
      removed += 1
    }
    return removed > 0
  }

  async *#oldKeys(): AsyncIterable<string[]> {
    let keys: string[] = []
    const restoredAt = await restoredLately()
    for (const prefix of ['originals/', 'renditions/', 'watermarks/'] as const) {
      for await (const { key, storedAt } of this.store.list(prefix)) {
        const isSpared = restoredAt !== null && storedAt < restoredAt
        if (!isSpared && Date.now() - storedAt.getTime() > this.#graceMs) keys.push(key)
        if (keys.length < KEYS_A_LOOK) continue
        yield keys
        keys = []
      }
    }
    if (keys.length > 0) yield keys
  }
}

/** What one attempt made belongs together. */
function groupOf(key: string): string {
  return key.startsWith('renditions/') ? key.slice(0, key.lastIndexOf('/')) : key
}

function findingOf(group: string, keys: string[]): OwnerlessGroup {
  const what =
    keys[0] === group
      ? `The stored file ${group} belongs to no row`
      : `${counted(keys.length, 'stored file')} in ${group} belong to no row`
  const details = { count: keys.length, keys: someOf(keys) }
  return { subject: { type: 'stored_files', id: group }, what, details, keys }
}

function suspicion(ownerless: number, all: number): OwnerlessGroup {
  return {
    subject: { type: 'store', id: null },
    what: `${ownerless} of ${all} things in the store belong to no row: that looks like the store of another database`,
    onlyByHand:
      'Check that DATABASE_URL and STORAGE_PATH, or S3_BUCKET, belong together; nothing is removed',
    keys: [],
  }
}

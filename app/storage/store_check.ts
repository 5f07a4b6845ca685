import { writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { v7 as uuidv7 } from 'uuid'
import { StorageUnreachable } from '#storage/errors'
import { originalKey } from '#storage/keys'
import { openStore, type StoreKind, type StoreSettings } from '#storage/open_store'
import type { MediaStore } from '#storage/media_store'

/** Whoever asks how the store is wants to know it now. */
const IN_A_HURRY = { connectMs: 2_000, idleMs: 3_000, workMs: 3_000, answerMs: 3_000 }

/** Asks whether the store works, with less patience than work has. */
export class StoreCheck {
  #store?: Promise<MediaStore>

  constructor(
    private readonly kind: StoreKind,
    private readonly settings: StoreSettings
  ) {}

  /** One question, cheap enough for every look at a process's health. @throws StorageUnreachable */
  async reach(): Promise<void> {
    await (await this.#open()).sizeOf('originals/is-anybody-there')
  }

  /** Writes, reads and removes a small file. @throws StorageUnreachable */
  async tryOut(): Promise<void> {
    const store = await this.#open()
    const [key, words] = [originalKey('probe'), uuidv7()]
    const path = await store.newIncomingPath()
    await writeFile(path, words)
    await store.keep(path, key)
    const found = await text(await store.read(key))
    await store.remove(key)
    if (found === words) return
    throw new StorageUnreachable('it gave back other bytes than were kept', {
      remedy: 'look at its server',
    })
  }

  #open(): Promise<MediaStore> {
    this.#store ??= openStore(this.kind, this.settings, IN_A_HURRY)
    return this.#store
  }
}

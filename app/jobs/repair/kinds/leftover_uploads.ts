import { inject } from '@adonisjs/core'
import { MediaStore } from '#storage/media_store'
import type { Finding, Repair } from '#jobs/repair/repair'

interface LeftoverUpload extends Finding {
  key: string
}

const HOUR_MS = 3_600_000

/** A file that is being received is written to all the time; one that comes in pieces may be gone on with for days. */
const SILENT_MS = { 'incoming/': HOUR_MS, 'resumable/': 72 * HOUR_MS } as const

/** Files that were being received when their process died, or that nobody went on with. */
@inject()
export default class LeftoverUploads implements Repair<LeftoverUpload> {
  readonly kind = 'leftover_uploads'
  readonly action = 'upload.removed'
  readonly everyS: number

  /** Beside a bucket each machine has a folder of its own, and nobody looks into another's. */
  constructor(private store: MediaStore) {
    this.everyS = store.isRemote ? 0 : 600
  }

  async find(): Promise<LeftoverUpload[]> {
    const incoming = await this.#silentIn('incoming/')
    return [...incoming, ...(await this.#silentIn('resumable/'))]
  }

  async repair({ key }: LeftoverUpload) {
    if ((await this.store.sizeOf(key)) === null) return false
    await this.store.remove(key)
    return true
  }
  async #silentIn(prefix: keyof typeof SILENT_MS): Promise<LeftoverUpload[]> {
    const found: LeftoverUpload[] = []
    for await (const { key, sizeBytes, storedAt } of this.store.list(prefix)) {
      const silentMs = Date.now() - storedAt.getTime()
      if (silentMs >= SILENT_MS[prefix]) found.push(findingOf(key, sizeBytes, silentMs))
    }
    return found
  }
}

function findingOf(key: string, sizeBytes: number, silentMs: number): LeftoverUpload {
  const minutes = Math.round(silentMs / 60_000)
  return {
    subject: { type: 'upload', id: key },
    what: `The upload ${key} (${sizeBytes} bytes) has not grown for ${minutes} minutes`,
    details: { sizeBytes },
    key,
  }
}

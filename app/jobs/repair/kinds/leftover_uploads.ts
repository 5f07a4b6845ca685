import { inject } from '@adonisjs/core'
import { MediaStore } from '#storage/media_store'
import type { Finding, Repair } from '#jobs/repair/repair'

interface LeftoverUpload extends Finding {
  key: string
}

/** A file that is being received is written to all the time. */
const SILENT_MS = 3_600_000

/** Files that were being received when their process died. */
@inject()
export default class LeftoverUploads implements Repair<LeftoverUpload> {
  readonly kind = 'leftover_uploads'
  readonly action = 'upload.removed'
  readonly everyS = 600

  constructor(private store: MediaStore) {}

  async find(): Promise<LeftoverUpload[]> {
    const found: LeftoverUpload[] = []
    for await (const { key, sizeBytes, storedAt } of this.store.list('incoming/')) {
      const silentMs = Date.now() - storedAt.getTime()
      if (silentMs < SILENT_MS) continue
      const minutes = Math.round(silentMs / 60_000)
      found.push({
        subject: { type: 'upload', id: key },
        what: `The upload ${key} (${sizeBytes} bytes) has not grown for ${minutes} minutes`,
        details: { sizeBytes },
        key,
      })
    }
    return found
  }

  async repair({ key }: LeftoverUpload) {
    if ((await this.store.sizeOf(key)) === null) return false
    await this.store.remove(key)
    return true
  }
}

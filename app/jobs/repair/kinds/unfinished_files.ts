import { inject } from '@adonisjs/core'
import { MediaStore, type UnfinishedFile } from '#storage/media_store'
import type { Finding, Repair } from '#jobs/repair/repair'

interface Unfinished extends Finding {
  file: UnfinishedFile
}

const HOUR_MS = 3_600_000
/** The largest file over the slowest line is sent in less. */
const GRACE_MS = 24 * HOUR_MS

/** Files that went to a bucket in parts when their process died: nobody sees the parts, and they are paid for. */
@inject()
export default class UnfinishedFiles implements Repair<Unfinished> {
  readonly kind = 'unfinished_files'
  readonly action = 'stored_parts.removed'
  readonly everyS = 3600

  constructor(private store: MediaStore) {}

  async find(now = Date.now()): Promise<Unfinished[]> {
    const found: Unfinished[] = []
    for await (const file of this.store.listUnfinished()) {
      const ageMs = now - file.startedAt.getTime()
      if (ageMs > GRACE_MS) found.push(findingOf(file, ageMs))
    }
    return found
  }

  async repair({ file }: Unfinished) {
    await this.store.abandon(file)
    return true
  }
}

function findingOf(file: UnfinishedFile, ageMs: number): Unfinished {
  const hours = Math.round(ageMs / HOUR_MS)
  return {
    subject: { type: 'stored_files', id: file.key },
    what: `The file ${file.key} was begun ${hours} hours ago and never ended`,
    file,
  }
}

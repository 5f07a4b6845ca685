import db from '@adonisjs/lucid/services/db'
import { folderSize } from '#media/run/folder_size'
import { MediaError } from '#media/errors'
import type { JobLease } from '#jobs/life/job_lease'

/** What an attempt was given; all else in its folder it made. */
const GIVEN = ['original', 'watermark']
/** Others on this machine count with what is told here. */
const TELL_EVERY_MS = 5_000
const MIB = 1024 * 1024

/** How much one attempt has made in its folder, now and at the most. */
export class ScratchUse {
  #mostBytes = 0
  #toldBytes = 0
  #toldAt = -Infinity

  constructor(
    private readonly lease: JobLease,
    private readonly folder: string,
    private readonly outputBytes: number
  ) {}

  /** Looks at the folder. @returns bytes of what was made */
  async measure(): Promise<number> {
    const bytes = await folderSize(this.folder, GIVEN)
    this.#mostBytes = Math.max(this.#mostBytes, bytes)
    // a database that is away is no reason to end: whoever only looks has nobody to tell
    if (performance.now() - this.#toldAt > TELL_EVERY_MS) await this.#tell().catch(() => undefined)
    return bytes
  }

  /** Looks and keeps what was seen with the attempt. @throws MediaError OUTPUT_TOO_LARGE */
  async check(): Promise<void> {
    const bytes = await this.measure()
    await this.#tell()
    if (bytes <= this.outputBytes) return
    const detail = `${Math.round(bytes / MIB)} MiB, allowed are ${Math.round(this.outputBytes / MIB)} MiB`
    throw new MediaError('OUTPUT_TOO_LARGE', { detail })
  }

  async #tell() {
    this.#toldAt = performance.now()
    if (this.#mostBytes === this.#toldBytes) return
    const bytes = this.#mostBytes
    await db.from('attempts').where('id', this.lease.attemptId).update({ scratch_bytes: bytes })
    this.#toldBytes = bytes
  }
}

import type Import from '#jobs/imports/import'
import { renewImport, type ImportProgress } from '#jobs/imports/import_lease'

const EVERY_MS = 1_000
const SPEED_OVER = 5

/** Somebody cancelled it, or another process has it. */
export class ImportTaken extends Error {}

/** Renews the lease of an import each second with how far it is, and stops the work when it is lost. */
export class ImportWatch {
  readonly #lost = new AbortController()
  readonly #seen: number[] = []
  readonly #timer: NodeJS.Timeout
  readonly at: ImportProgress

  constructor(
    private readonly row: Import,
    stops: AbortSignal
  ) {
    const { receivedBytes, totalBytes } = row
    this.at = { status: 'downloading', receivedBytes, totalBytes, bytesPerS: null }
    this.signal = AbortSignal.any([this.#lost.signal, stops])
    this.#timer = setInterval(() => void this.renew().catch(() => undefined), EVERY_MS)
  }

  /** Aborts when the work must end. */
  readonly signal: AbortSignal

  /** Somebody cancelled it, or another process has it. */
  get isLost(): boolean {
    return this.#lost.signal.aborted
  }

  /** Also what changed of the row meanwhile. @throws ImportTaken */
  async renew(): Promise<void> {
    this.at.bytesPerS = this.at.status === 'downloading' ? this.#speed() : null
    const isHeld = await renewImport(this.row, this.at)
    if (!isHeld) this.#lost.abort(new ImportTaken())
    this.#lost.signal.throwIfAborted()
  }

  close() {
    clearInterval(this.#timer)
  }

  /** Over the last looks. */
  #speed(): number | null {
    this.#seen.push(this.at.receivedBytes)
    if (this.#seen.length > SPEED_OVER + 1) this.#seen.shift()
    const spans = this.#seen.length - 1
    if (spans === 0) return null
    const bytes = this.#seen[spans] - this.#seen[0]
    return Math.max(0, Math.round((bytes / spans) * (1_000 / EVERY_MS)))
  }
}

import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'

const LEASE_S = 30
const RENEW_EVERY_MS = 10_000

/** The right of one process to run a firing; its token rises with every claim. */
export class FiringLease {
  static readonly SPAN = `interval '${LEASE_S} seconds'`

  readonly #abort = new AbortController()
  readonly #ended = new AbortController()
  #renewing: NodeJS.Timeout | null = null
  #renewedAt = Date.now()

  constructor(
    readonly firingId: number,
    readonly token: number
  ) {}

  /** Aborted when the work must stop: the process ends, or another has the lease. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  /** Renews until `end`. */
  keep(stops?: AbortSignal) {
    this.#renewing = setInterval(() => void this.#renew(), RENEW_EVERY_MS)
    if (stops?.aborted) this.#abort.abort()
    stops?.addEventListener('abort', () => this.#abort.abort(), { signal: this.#ended.signal })
  }

  end() {
    if (this.#renewing) clearInterval(this.#renewing)
    this.#ended.abort()
  }

  /** Ends the firing, where the lease is still held. */
  async close(columns: Record<string, unknown>): Promise<void> {
    const ended = { ...columns, finished_at: db.raw('now()'), lease_expires_at: null }
    if (!(await this.#update(ended))) {
      logger.warn({ firingId: this.firingId }, 'another process has the firing: what it did counts')
    }
  }

  /** Leaves the firing to another, as if it had not begun; that is no failure. */
  async handBack(): Promise<void> {
    await this.#update({
      ...{ status: 'pending', started_at: null, lease_expires_at: null },
      lease_token: this.token - 1,
    })
  }

  async #renew() {
    try {
      const renewed = { lease_expires_at: db.raw(`now() + ${FiringLease.SPAN}`) }
      if (!(await this.#update(renewed))) return this.#abort.abort()
      this.#renewedAt = Date.now()
    } catch (error) {
      logger.warn({ err: error, firingId: this.firingId }, 'the lease was not renewed')
      if (Date.now() - this.#renewedAt > LEASE_S * 1000) this.#abort.abort()
    }
  }

  async #update(columns: Record<string, unknown>): Promise<boolean> {
    const held = { id: this.firingId, status: 'running', lease_token: this.token }
    return Number(await db.from('firings').where(held).update(columns)) > 0
  }
}

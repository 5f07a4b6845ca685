import { setTimeout as delay } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import pg from 'pg'
import type { Change } from '#http/live/changed_pages'

const AGAIN_AFTER_MS = 2_000

export interface ChangeFeedOrder {
  databaseUrl: string
  onChange: (change: Change) => void
  /** After the connection was lost nobody knows what changed meanwhile. */
  onMissed: () => void
}

/** Hears what any process changes in the database, over a connection of its own that is made again when it breaks. */
export class ChangeFeed {
  readonly #order: ChangeFeedOrder
  readonly #stops = new AbortController()
  #client: pg.Client | null = null
  #listening: Promise<void> | null = null

  constructor(order: ChangeFeedOrder) {
    this.#order = order
  }

  /** Returns at once; tries until it is closed. Once is enough. */
  open() {
    this.#listening ??= this.#keepListening()
  }

  async close(): Promise<void> {
    this.#stops.abort()
    await this.#client?.end().catch(() => undefined)
    await this.#listening
  }

  async #keepListening(): Promise<void> {
    const { signal } = this.#stops
    while (!signal.aborted) {
      await this.#listen().catch((error) => {
        if (!signal.aborted)
          logger.warn({ err: error }, 'pages are told of no changes for a moment')
      })
      await delay(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  /** Until the connection ends. */
  async #listen(): Promise<void> {
    const { databaseUrl, onChange, onMissed } = this.#order
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    this.#client = client
    const ended = new Promise<void>((resolve, reject) => {
      client.on('end', resolve)
      client.on('error', reject)
    })
    client.on('notification', ({ payload }) => payload && onChange(JSON.parse(payload)))
    await Promise.race([client.connect().then(() => client.query('listen changes')), ended])
    onMissed()
    await ended.finally(() => client.end().catch(() => undefined))
  }
}

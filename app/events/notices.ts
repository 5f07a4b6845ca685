import { setTimeout as delay } from 'node:timers/promises'
import logger from '@adonisjs/core/services/logger'
import pg from 'pg'

const AGAIN_AFTER_MS = 2_000

export interface NoticesOrder {
  databaseUrl: string
  channels: string[]
  onNotice: (channel: string, payload: string) => void
  /** After the connection was lost, and when it first stands, nobody knows what was told meanwhile. */
  onMissed: () => void
}

/** Hears what any process tells by NOTIFY, over a connection of its own that is made again when it breaks. */
export class Notices {
  readonly #order: NoticesOrder
  readonly #stops = new AbortController()
  #client: pg.Client | null = null
  #listening: Promise<void> | null = null

  constructor(order: NoticesOrder) {
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
        if (!signal.aborted) logger.warn({ err: error }, 'no notices of changes for a moment')
      })
      await delay(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  /** Until the connection ends. */
  async #listen(): Promise<void> {
    const { databaseUrl, channels, onNotice, onMissed } = this.#order
    const client = new pg.Client({ connectionString: databaseUrl, keepAlive: true })
    this.#client = client
    const ended = new Promise<void>((resolve, reject) => {
      client.on('end', resolve)
      client.on('error', reject)
    })
    client.on('notification', ({ channel, payload }) => onNotice(channel, payload ?? ''))
    const listen = channels.map((channel) => `listen ${channel}`).join('; ')
    await Promise.race([client.connect().then(() => client.query(listen)), ended])
    onMissed()
    await ended.finally(() => client.end().catch(() => undefined))
  }
}

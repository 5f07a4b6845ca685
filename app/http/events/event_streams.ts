import { Readable } from 'node:stream'
import logger from '@adonisjs/core/services/logger'
import { Notices } from '#events/notices'
import { newestEventId, type EventFilter } from '#events/list_events'
import { relayEvents } from '#events/relay_events'
import { eventStream } from '#http/events/event_stream'
import { TooManyStreams } from '#http/events/errors'

/** In this process, and of them one user. */
const MOST_STREAMS = 100
const MOST_OF_A_USER = 10
/** Then the client comes again with its token and its last id: one that was revoked is of no use any more. */
const LONGEST_MS = 15 * 60_000

export interface StreamWish {
  userId: number
  filter: EventFilter
  /** Left out: what happens from now on. */
  after?: number
  /** Aborts when whoever listens is gone. */
  gone: AbortSignal
}

/** The streams of events that this process has open; it listens while there are any. */
export class EventStreams {
  readonly #databaseUrl: string
  readonly #open = new Map<AbortController, number>()
  #notices: Notices | null = null
  #isClosed = false
  #news = Promise.withResolvers<void>()

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl
  }

  /** While the process ends a stream ends as soon as it has begun: the client comes again, to another one. @throws TooManyStreams */
  async open({ userId, filter, after, gone }: StreamWish): Promise<Readable> {
    const ofUser = [...this.#open.values()].filter((one) => one === userId).length
    if (ofUser >= MOST_OF_A_USER) throw new TooManyStreams(MOST_OF_A_USER)
    if (this.#open.size >= MOST_STREAMS) throw new TooManyStreams(MOST_STREAMS)
    const ends = new AbortController()
    if (this.#isClosed) ends.abort()
    else this.#open.set(ends, userId)
    gone.addEventListener('abort', () => this.#close(ends), { once: true })
    try {
      return await this.#stream(ends, filter, after)
    } catch (error) {
      this.#close(ends)
      throw error
    }
  }

  /** All of them, at once, and those that are still asked for; clients come again. */
  async close(): Promise<void> {
    this.#isClosed = true
    for (const ends of this.#open.keys()) this.#close(ends)
    await this.#notices?.close()
    this.#notices = null
  }

  get count(): number {
    return this.#open.size
  }

  async #stream(ends: AbortController, filter: EventFilter, wanted?: number): Promise<Readable> {
    if (!ends.signal.aborted) this.#listen()
    await relayEvents()
    const newest = await newestEventId()
    const after = Math.min(wanted ?? newest, newest)
    const { signal } = ends
    const woken = () => this.#news.promise
    const stream = Readable.from(eventStream({ filter, after, woken, signal }), {
      objectMode: false,
    })
    const age = setTimeout(() => this.#close(ends), LONGEST_MS)
    age.unref()
    stream.once('close', () => {
      clearTimeout(age)
      this.#close(ends)
    })
    return stream
  }

  #close(ends: AbortController) {
    this.#open.delete(ends)
    ends.abort()
  }

  #listen() {
    if (this.#notices) return
    this.#notices = new Notices({
      databaseUrl: this.#databaseUrl,
      channels: ['event_outbox', 'events'],
      onNotice: (channel) => (channel === 'events' ? this.#tell() : this.#relay()),
      onMissed: () => this.#relay(),
    })
    this.#notices.open()
  }

  /** Also where no worker runs that would. */
  #relay() {
    if (this.#open.size === 0) return
    relayEvents().then(
      () => this.#tell(),
      (error) => logger.warn({ err: error }, 'events are not relayed for a moment')
    )
  }

  #tell() {
    this.#news.resolve()
    this.#news = Promise.withResolvers<void>()
  }
}

import { changedPages, EVERY_PAGE, type Change } from '#http/live/changed_pages'

/** A page asks for itself again at most this often. */
const SHORTEST_PAUSE_MS = 1_000

/** So that all open pages together ask for at most five pages a second. */
const PAUSE_PER_PAGE_MS = 200

/** What we need of Transmit. */
export interface Broadcaster {
  broadcast(channel: string, payload: Record<string, never>): void
  getSubscribersFor(channel: string): string[]
}

/** Tells open pages that what they show has changed: many changes at once are one notice. */
export class LivePages {
  readonly #to: Broadcaster
  readonly #changed = new Set<string>()
  #timer: NodeJS.Timeout | null = null
  #toldAt = 0

  constructor(to: Broadcaster) {
    this.#to = to
  }

  take(change: Change) {
    for (const page of changedPages(change)) this.#changed.add(page)
    this.#tellSoon()
  }

  /** Nobody knows what changed. */
  takeAnything() {
    this.#changed.add(EVERY_PAGE)
    this.#tellSoon()
  }

  close() {
    if (this.#timer) clearTimeout(this.#timer)
  }

  /** How long pages are left alone between two notices, with so many open. */
  static pauseMs(openPages: number): number {
    return Math.max(SHORTEST_PAUSE_MS, openPages * PAUSE_PER_PAGE_MS)
  }

  #tellSoon() {
    if (this.#timer) return
    const openPages = this.#to.getSubscribersFor(EVERY_PAGE).length
    const dueAt = this.#toldAt + LivePages.pauseMs(openPages)
    this.#timer = setTimeout(() => this.#tell(), Math.max(0, dueAt - performance.now()))
    this.#timer.unref()
  }

  #tell() {
    this.#timer = null
    this.#toldAt = performance.now()
    const pages = this.#changed.has(EVERY_PAGE) ? [EVERY_PAGE] : [...this.#changed]
    this.#changed.clear()
    for (const page of pages) this.#to.broadcast(page, {})
  }
}

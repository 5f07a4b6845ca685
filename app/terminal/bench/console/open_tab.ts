import { randomUUID } from 'node:crypto'
import type { ConsoleClient } from '#app/terminal/bench/console/console_client'

/** While it hears of changes, a page asks for what only time changes after so long. */
const HEARD_PAUSE_MS = 30_000

/** A page that somebody looks at: hears that it changed and asks for itself again, as the console's own script does. */
export class OpenTab {
  notices = 0
  pages = 0
  readonly #closes = new AbortController()
  #asking: Promise<void> | null = null
  #isChanged = false
  #again?: NodeJS.Timeout

  constructor(
    private client: ConsoleClient,
    private path: string
  ) {}

  async open(): Promise<void> {
    const uid = randomUUID()
    const events = await this.client.stream(`/__transmit/events?uid=${uid}`, this.#closes.signal)
    void this.#listen(events).catch(() => undefined) // closed
    for (const channel of ['every/page', this.path.replace(/^\//, '') || 'overview']) {
      await this.client.post('/__transmit/subscribe', { uid, channel })
    }
    this.#askLater()
  }

  async close(): Promise<void> {
    this.#closes.abort()
    clearTimeout(this.#again)
    await this.#asking
  }

  async #listen(events: AsyncIterable<Uint8Array>) {
    const decoder = new TextDecoder()
    for await (const chunk of events) {
      if (!hasNotice(decoder.decode(chunk, { stream: true }))) continue
      this.notices += 1
      this.#change()
    }
  }

  #change() {
    this.#isChanged = true
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null
      this.#askLater()
    })
  }

  #askLater() {
    clearTimeout(this.#again)
    if (this.#closes.signal.aborted) return
    this.#again = setTimeout(() => this.#change(), HEARD_PAUSE_MS)
  }

  async #ask() {
    while (this.#isChanged && !this.#closes.signal.aborted) {
      this.#isChanged = false
      await this.client.get(this.path).catch(() => undefined) // the next notice asks again
      this.pages += 1
    }
  }
}

/** Transmit's own words, such as a ping, are none. */
function hasNotice(text: string): boolean {
  return text.split('\n').some((line) => line.startsWith('data:') && !line.includes('$$transmit'))
}

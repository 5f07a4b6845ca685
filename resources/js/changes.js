import { Transmit } from '@adonisjs/transmit-client'

const EVERY_PAGE = 'every/page'
const TRY_AGAIN_AFTER_MS = 15_000

/**
 * Hears from the server that this page has changed, while the tab can be seen: browsers allow six connections to a
 * server, so a hidden tab gives its own back. `isHeard()` says whether changes would be heard now.
 */
export class Changes {
  #onChange
  #transmit = null
  #isHeard = false
  #again

  constructor(onChange) {
    this.#onChange = onChange
    document.addEventListener('visibilitychange', () =>
      document.hidden ? this.#close() : this.#open()
    )
    addEventListener('pagehide', () => this.#close())
    addEventListener('pageshow', (event) => event.persisted && this.#open())
    if (!document.hidden) this.#open()
  }

  isHeard() {
    return this.#isHeard
  }

  #open() {
    if (this.#transmit) return
    const transmit = new Transmit({
      baseUrl: location.origin,
      uidGenerator: randomId,
      maxReconnectAttempts: 3,
      onReconnectFailed: () => this.#openLater(),
      onSubscribeFailed: () => this.#openLater(),
    })
    this.#transmit = transmit
    transmit.on('reconnecting', () => (this.#isHeard = false))
    transmit.on('connected', () => this.#heard(transmit))
  }

  /** What changed before that, nobody has told: the page asks once. */
  async #heard(transmit) {
    for (const channel of [EVERY_PAGE, channelOf(location.pathname)]) {
      const subscription = transmit.subscription(channel)
      const isNew = subscription.handlerCount === 0
      if (isNew) subscription.onMessage(() => this.#onChange())
      await subscription.create()
    }
    this.#isHeard = this.#transmit === transmit
    this.#onChange()
  }

  #openLater() {
    this.#close()
    this.#again = setTimeout(() => document.hidden || this.#open(), TRY_AGAIN_AFTER_MS)
  }

  #close() {
    clearTimeout(this.#again)
    this.#transmit?.close()
    this.#transmit = null
    this.#isHeard = false
  }
}

function channelOf(path) {
  return path.replace(/^\/+|\/+$/g, '') || 'overview'
}

/** crypto.randomUUID is there only over TLS and on localhost. */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

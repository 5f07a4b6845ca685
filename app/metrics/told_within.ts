import { setTimeout as delay } from 'node:timers/promises'

/**
 * Asks for something at most so often, and waits for it at most so long: whoever asks meanwhile gets what is known.
 * A question that is not answered is not asked a second time beside it.
 */
export class ToldWithin<T> {
  readonly #ask: () => Promise<T>
  readonly #keptMs: number
  readonly #timeoutMs: number
  #asking: Promise<void> | null = null
  #known: { value: T; at: number } | null = null

  constructor(of: { ask: () => Promise<T>; keptMs: number; timeoutMs: number }) {
    this.#ask = of.ask
    this.#keptMs = of.keptMs
    this.#timeoutMs = of.timeoutMs
  }

  /** Null where it fails or takes too long. */
  async now(): Promise<T | null> {
    if (this.#isFresh) return this.#known!.value
    this.#asking ??= this.#again().finally(() => (this.#asking = null))
    const waited = new AbortController()
    const { signal } = waited
    const timer = delay(this.#timeoutMs, undefined, { signal }).catch(() => undefined)
    await Promise.race([this.#asking, timer])
    waited.abort()
    return this.#isFresh ? this.#known!.value : null
  }

  get #isFresh(): boolean {
    return this.#known !== null && performance.now() - this.#known.at < this.#keptMs
  }

  async #again(): Promise<void> {
    const value = await this.#ask().catch(() => undefined)
    if (value !== undefined) this.#known = { value, at: performance.now() }
  }
}

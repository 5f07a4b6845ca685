/** The firings that this process runs because somebody asked for them: it leaves none behind when it ends. */
export class FiringsByHand {
  readonly #stops = new AbortController()
  readonly #running = new Set<Promise<unknown>>()

  /** Aborted when this process must end. */
  get signal(): AbortSignal {
    return this.#stops.signal
  }

  /** @returns the run itself */
  keep<T>(run: Promise<T>): Promise<T> {
    this.#running.add(run)
    const forget = () => void this.#running.delete(run)
    run.then(forget, forget)
    return run
  }

  /** Returns when each has ended, or waits for a scheduler to take it. */
  async stop(): Promise<void> {
    this.#stops.abort()
    await Promise.allSettled(this.#running)
  }
}

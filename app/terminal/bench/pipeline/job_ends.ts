import { setTimeout as delay } from 'node:timers/promises'
import type { SystemClient } from '#app/terminal/bench/pipeline/system_client'

const AGAIN_AFTER_MS = 1000
const MOST_BREAKS_IN_A_ROW = 60

/** Hears of the end of jobs by the stream of events, so that nobody asks again and again. */
export class JobEnds {
  readonly #ended = new Set<string>()
  readonly #waiting = new Map<string, () => void>()
  readonly #closes = new AbortController()
  readonly #lost = Promise.withResolvers<never>()

  private constructor(private client: SystemClient) {
    this.#lost.promise.catch(() => undefined) // whoever waits is told
  }

  static async open(client: SystemClient): Promise<JobEnds> {
    const ends = new JobEnds(client)
    void ends.#listen(await client.lastEventId())
    return ends
  }

  /** Resolves when the job has ended. @throws SystemRefused where the system is gone for a minute, or the signal's reason */
  async of(jobId: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    if (this.#ended.has(jobId)) return
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const abort = () => reject(signal.reason)
    this.#waiting.set(jobId, resolve)
    signal.addEventListener('abort', abort, { once: true })
    await Promise.race([promise, this.#lost.promise]).finally(() => {
      signal.removeEventListener('abort', abort)
      this.#waiting.delete(jobId)
    })
  }

  close(): void {
    this.#closes.abort()
  }

  async #listen(after: string): Promise<void> {
    const { signal } = this.#closes
    for (let breaks = 0; !signal.aborted;) {
      try {
        for await (const { id, jobId } of this.client.jobEnds(after, signal)) {
          breaks = 0
          after = id
          this.#note(jobId)
        }
      } catch (error) {
        if (!signal.aborted && ++breaks > MOST_BREAKS_IN_A_ROW) return this.#lost.reject(error)
      }
      await delay(AGAIN_AFTER_MS, undefined, { signal }).catch(() => undefined)
    }
  }

  #note(jobId: string) {
    this.#ended.add(jobId)
    this.#waiting.get(jobId)?.()
  }
}

import { setTimeout as delay } from 'node:timers/promises'

export interface Persistence {
  /** A try that ends after so long is the last. */
  forMs: number
  firstPauseMs: number
  longestPauseMs: number
  signal?: AbortSignal
  isPassing: (error: unknown) => boolean
}

/**
 * Tries again, with pauses that double and are partly left to chance, so that those who failed together do not come back
 * together.
 *
 * @throws what the last try threw; the signal's reason once it is aborted
 */
export async function persist<T>(attempt: () => Promise<T>, how: Persistence): Promise<T> {
  const endsAt = performance.now() + how.forMs
  for (let tried = 0; ; tried += 1) {
    how.signal?.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      how.signal?.throwIfAborted()
      const pauseMs = pauseAfter(tried, how)
      if (!how.isPassing(error) || performance.now() + pauseMs > endsAt) throw error
      await delay(pauseMs, undefined, { signal: how.signal }).catch(() => undefined)
    }
  }
}

function pauseAfter(tried: number, { firstPauseMs, longestPauseMs }: Persistence): number {
  const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tried, 20))
  return pauseMs * (0.5 + Math.random() / 2)
}

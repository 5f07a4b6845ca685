import { setTimeout as pause } from 'node:timers/promises'

export interface Patience {
  timeoutMs: number
  everyMs?: number
  signal?: AbortSignal
}

/** Asks again until the answer is true; false when the time is up first. @throws when aborted */
export async function waitUntil(
  isTrue: () => boolean | Promise<boolean>,
  { timeoutMs, everyMs = 50, signal }: Patience
): Promise<boolean> {
  const endsAt = Date.now() + timeoutMs
  for (;;) {
    if (await isTrue()) return true
    if (Date.now() >= endsAt) return false
    await pause(everyMs, undefined, { signal })
  }
}

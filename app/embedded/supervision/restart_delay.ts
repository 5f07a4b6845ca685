const FIRST_MS = 500
const LONGEST_MS = 30_000

/** A process that ran this long before it crashed is taken to be well again. */
export const HEALTHY_AFTER_MS = 60_000

/** Milliseconds to wait after the `crashes`-th crash in a row (1-based): doubled, at most 30 s. */
export function restartDelayMs(crashes: number): number {
  return Math.min(FIRST_MS * 2 ** (crashes - 1), LONGEST_MS)
}

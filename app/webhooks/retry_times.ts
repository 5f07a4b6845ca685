/** How long deliveries are tried, from when they are asked for. */
export const TRIED_FOR_HOURS = 24

const FIRST_S = 5
const FACTOR = 4
const LONGEST_S = 4 * 3600
const JITTER = 0.2

/**
 * Seconds from a failed try to the next: 5, 20, 80, 320, 1280, 5120, and then each four hours, a fifth more or less, so
 * that a receiver that comes back does not meet all of them at once.
 *
 * @param failed tries that failed, at least 1
 * @param wished what the receiver asked for by Retry-After, in seconds
 */
export function pauseS(failed: number, wished = 0, random = Math.random): number {
  const plain = Math.min(FIRST_S * FACTOR ** (failed - 1), LONGEST_S)
  const spread = plain * (1 - JITTER + 2 * JITTER * random())
  return Math.max(spread, Math.min(wished, LONGEST_S))
}

/** Seconds of a Retry-After, which are a number or a date; 0 for anything else. */
export function retryAfterS(header: string | undefined, now: Date): number {
  if (!header) return 0
  if (/^\d{1,9}$/.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, (at - now.getTime()) / 1000)
}

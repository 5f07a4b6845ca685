import { describeCause } from '#jobs/failure_causes'

/** A job fails for good at its third failure, unless settings or preset say otherwise. */
export const USUAL_MAX_FAILURES = 3

/** A job whose worker vanished three times is not given a fourth. */
export const MAX_LOST = 3

/** After so many attempts only a person retries the job. */
export const MAX_AUTOMATIC_ATTEMPTS = 9

const MAX_BACKOFF_S = 300
const JITTER = 0.2

/** Whether a job that failed for the `failures`-th time (1-based) tries again by itself; never at the last. */
export function triesAgain(cause: string, failures: number, maxFailures: number): boolean {
  return describeCause(cause).canRetryHelp && failures < maxFailures
}

/** Seconds before the attempt after failure `n` (1-based): 2^n, capped at 300, ±20 % by `random` (0..1). */
export function backoffS(n: number, random: number): number {
  const exact = Math.min(2 ** n, MAX_BACKOFF_S)
  return exact * (1 + JITTER * (2 * random - 1))
}

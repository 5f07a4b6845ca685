import { describeCause } from '#jobs/failure_causes'

/** A job fails for good at its third failure. */
export const MAX_FAILURES = 3

/** A job whose worker vanished three times is not given a fourth. */
export const MAX_LOST = 3

/** After so many attempts only a person retries the job. */
export const MAX_AUTOMATIC_ATTEMPTS = 9

const MAX_BACKOFF_S = 300
const JITTER = 0.2

/** Whether a job that failed for the `failures`-th time (1-based) tries again by itself. */
export function triesAgain(cause: string, failures: number): boolean {
  return describeCause(cause).canRetryHelp && failures < MAX_FAILURES
}

/** Seconds before the attempt after failure `n` (1-based): 2^n, capped at 300, ±20 % by `random` (0..1). */
export function backoffS(n: number, random: number): number {
  const exact = Math.min(2 ** n, MAX_BACKOFF_S)
  return exact * (1 + JITTER * (2 * random - 1))
}

import { MediaError } from '#media/errors'
import type { EncodeLimits } from '#media/run/ffmpeg'
import type { JobLimits } from '#jobs/limits/job_limits'

/** From SIGTERM to SIGKILL. */
const KILL_GRACE_MS = 5_000

/** What one ffmpeg of an attempt may take; the attempt's own clock holds the soft limit. */
export function encodeLimits(limits: JobLimits, neededBytes: number): EncodeLimits {
  const hardTimeMs = limits.hardTimeS * 1000
  const { memoryBytes, canRaiseMemory, outputBytes } = limits
  return {
    softTimeMs: hardTimeMs,
    hardTimeMs,
    noProgressMs: limits.noProgressS * 1000,
    memoryBytes: canRaiseMemory ? Math.max(memoryBytes, neededBytes) : memoryBytes,
    outputBytes,
    killGraceMs: KILL_GRACE_MS,
  }
}

/**
 * The safe point of the soft time limit: no encode is begun after it. One that runs may end, within the hard limit, and
 * is checked and published, for stopping it would only cost the same time again.
 *
 * @throws MediaError SOFT_TIME_LIMIT
 */
export function refuseLateEncode({ softTimeS }: JobLimits, workedMs: number): void {
  if (workedMs <= softTimeS * 1000) return
  const detail = `after ${Math.round(workedMs / 1000)} s, allowed are ${softTimeS} s`
  throw new MediaError('SOFT_TIME_LIMIT', { detail })
}

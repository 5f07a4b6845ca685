/** Causes that lie in the world around the jobs: the next job meets them too. */
const WORLD_CAUSES = new Set([
  'DISK_FULL',
  'DISK_ERROR',
  'PERMISSION_DENIED',
  'STORAGE_UNREACHABLE',
  'FFMPEG_MISSING',
  'OUT_OF_MEMORY',
])

/** So many attempts in a row that fail by one such cause stop the lane. */
export const TRIPS_AFTER = 5

const FIRST_WAIT_S = 30
const LONGEST_WAIT_S = 900

export interface EndedAttempt {
  status: 'completed' | 'failed'
  cause: string | null
}

export interface LaneNews {
  /** Why the lane is stopped, or null. */
  openCause: string | null
  /** Since the lane was last stopped, opened or changed by somebody; the latest first. */
  ended: EndedAttempt[]
}

export type BreakerVerdict = { act: 'nothing' | 'close' } | { act: 'open'; cause: string }

/**
 * Whether a lane stops because the world is broken, goes on trying, or is well again. While it is stopped one job at a
 * time is let through to see. Pure.
 */
export function judgeLane({ openCause, ended }: LaneNews): BreakerVerdict {
  const [last] = ended
  if (!last) return { act: 'nothing' }
  if (openCause !== null) {
    return isOfTheWorld(last) ? { act: 'open', cause: last.cause! } : { act: 'close' }
  }
  const row = ended.slice(0, TRIPS_AFTER)
  const isRow =
    row.length === TRIPS_AFTER &&
    row.every((attempt) => isOfTheWorld(attempt) && attempt.cause === last.cause)
  return isRow ? { act: 'open', cause: last.cause! } : { act: 'nothing' }
}

function isOfTheWorld({ status, cause }: EndedAttempt): boolean {
  return status === 'failed' && cause !== null && WORLD_CAUSES.has(cause)
}

/** Seconds until a stopped lane tries one job, after it was stopped `trips` times before in a row. */
export function breakerWaitS(trips: number): number {
  return Math.min(FIRST_WAIT_S * 2 ** trips, LONGEST_WAIT_S)
}

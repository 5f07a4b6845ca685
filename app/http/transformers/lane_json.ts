import { describeCause } from '#jobs/failure_causes'
import type { LaneStatus } from '#jobs/reports/lane_status'

/** A lane as it stands; `all` is the whole queue. */
export function laneJson({ paused, breaker, window, ...lane }: LaneStatus) {
  return {
    name: lane.name,
    waiting: lane.waiting,
    held: lane.held,
    running: lane.running,
    concurrency: lane.concurrency,
    paused: paused && { at: paused.at.toISOString(), by: paused.by, reason: paused.reason },
    breaker: breaker && breakerJson(breaker),
    window: window && {
      is_open: window.isOpen,
      until: window.until?.toISOString() ?? null,
      at_end: window.isOpen ? null : window.atEnd,
    },
  }
}

/** What people can change of it: its version, for `If-Match`. Pausing it asks for no version. */
export function editableOfLane({ concurrency }: Pick<LaneStatus, 'concurrency'>) {
  return { concurrency }
}

function breakerJson({ cause, openedAt, triesAgainAt }: NonNullable<LaneStatus['breaker']>) {
  const { sentence, remedy } = describeCause(cause)
  return {
    cause,
    sentence,
    remedy,
    opened_at: openedAt.toISOString(),
    tries_again_at: triesAgainAt.toISOString(),
  }
}

import { clockOf } from '#http/words/schedules'
import type { LaneWindow } from '#jobs/windows/lane_windows'

/** Times as `22:00`, days 1 Monday to 7 Sunday. */
export function workWindowJson(window: LaneWindow) {
  return {
    id: window.id,
    lane: window.lane,
    days: window.days,
    from: clockOf(window.fromMinute),
    to: clockOf(window.toMinute),
    time_zone: window.timeZone,
    at_end: window.atEnd,
    is_enabled: window.isEnabled,
  }
}

import { WallClock } from '#jobs/windows/wall_clock'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Windows come again every week; one day more for those that reach over midnight. */
const DAYS_SEEN = 8

export const WINDOW_ENDS = ['finish', 'freeze'] as const
/** What becomes of jobs that run when it ends: they run to their end, or stand still until it opens again. */
export type WindowEnd = (typeof WINDOW_ENDS)[number]

/** When work may be done, by the clocks of a time zone. */
export interface WorkWindow {
  /** On which it begins, 1 Monday to 7 Sunday. */
  days: number[]
  /** Minute of the day, 0 to 1439. */
  fromMinute: number
  /** Minute of the day before which it ends; not after `fromMinute`: of the next day. */
  toMinute: number
  /** IANA name. */
  timeZone: string
  atEnd: WindowEnd
}

/** Whether work may be done at all, since when, and until when that stays so. */
export interface Opening {
  isOpen: boolean
  /** When that changes; null: never. */
  until: Date | null
  /** Of the window that ended last; of no interest while it is open. */
  atEnd: WindowEnd
  /** While it is closed: since when, as far as a week back; null where it was never open in that time. */
  closedSince: Date | null
  /** In whose time zone people think of `until`. */
  timeZone: string
}

interface Span {
  startMs: number
  endMs: number
  window: WorkWindow
}

/**
 * Whether the instant lies in the window. A beginning or end that clocks jump over is the moment of the jump; one that
 * they show twice counts the first time. Pure.
 */
export function isOpenAt(window: WorkWindow, instant: Date): boolean {
  const at = instant.getTime()
  return spansAround(window, at).some(({ startMs, endMs }) => startMs <= at && at < endMs)
}

/** What several windows together say: it is open while any of them is; without windows always. Pure. */
export function openingAt(windows: WorkWindow[], instant: Date): Opening {
  const at = instant.getTime()
  const spans = windows.flatMap((window) => spansAround(window, at))
  const isOpen = windows.length === 0 || isIn(spans, at)
  const untilMs = nextChange(spans, at, isOpen)
  const next = spans.find(({ startMs, endMs }) => startMs === untilMs || endMs === untilMs)
  const until = untilMs === undefined ? null : new Date(untilMs)
  const timeZone = (next ?? spans[0])?.window.timeZone ?? 'UTC'
  const ended = isOpen ? undefined : lastEnded(spans, at)
  if (!ended) return { isOpen, until, timeZone, atEnd: 'finish', closedSince: null }
  const { window, endMs } = ended
  return { isOpen, until, timeZone, atEnd: window.atEnd, closedSince: new Date(endMs) }
}

function nextChange(spans: Span[], at: number, isOpen: boolean): number | undefined {
  const changes = spans.flatMap(({ startMs, endMs }) => [startMs, endMs]).sort((a, b) => a - b)
  return changes.find((change) => change > at && isIn(spans, change) !== isOpen)
}

function lastEnded(spans: Span[], at: number): Span | undefined {
  return spans.filter(({ endMs }) => endMs <= at).sort((a, b) => b.endMs - a.endMs)[0]
}

function isIn(spans: Span[], at: number): boolean {
  return spans.some(({ startMs, endMs }) => startMs <= at && at < endMs)
}

/** Each time the window opens from a week before the instant to a week behind it. */
function spansAround(window: WorkWindow, atMs: number): Span[] {
  const clock = new WallClock(window.timeZone)
  const today = Math.floor(clock.at(atMs) / DAY_MS) * DAY_MS
  const lengthMinutes = window.toMinute > window.fromMinute ? 0 : DAY_MS / MINUTE_MS
  const spans: Span[] = []
  for (let day = -DAYS_SEEN; day <= DAYS_SEEN; day += 1) {
    const midnight = today + day * DAY_MS
    if (!window.days.includes(weekdayOf(midnight))) continue
    const wall = (minute: number) => clock.firstInstantOf(midnight + minute * MINUTE_MS)
    const [startMs, endMs] = [wall(window.fromMinute), wall(window.toMinute + lengthMinutes)]
    spans.push({ startMs, endMs, window })
  }
  return spans
}

/** 1 Monday to 7 Sunday. */
function weekdayOf(wallMs: number): number {
  return new Date(wallMs).getUTCDay() || 7
}

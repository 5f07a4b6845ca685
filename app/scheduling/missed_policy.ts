import { latestDueAt, nextDueAt } from '#scheduling/next_due_at'

/** What becomes of due times that nobody saw: the last one fires for all of them, none fires, or each. */
export const MISSED_POLICIES = ['once', 'skip', 'all'] as const
export type MissedPolicy = (typeof MISSED_POLICIES)[number]

/** A due time that is seen within a minute is on time. */
const GRACE_MS = 60_000

/** `all` fires no more than the last so many. */
export const MOST_CAUGHT_UP = 100

/** Beyond it people read “more than”. */
const MOST_COUNTED = 100

/** When a schedule is due, and what it does about what it missed. */
export interface DueSchedule {
  cron: string
  timeZone: string
  missedPolicy: MissedPolicy
  /** The first due time that was not dealt with. */
  nextDueAt: Date
}

export interface PlannedFiring {
  dueAt: Date
  status: 'pending' | 'skipped'
  /** What is odd about it, as a sentence; null: it is on time. */
  note: string | null
}

/**
 * The firings of a schedule that is due at `now`, the oldest first. Several due times within the last minute are one
 * where the policy is not `all`. Pure.
 *
 * @throws InvalidCron, InvalidTimeZone
 */
export function planFirings(of: DueSchedule, now: Date): PlannedFiring[] {
  if (of.missedPolicy === 'all') return each(of, now)
  const lateUntil = new Date(now.getTime() - GRACE_MS)
  const latest = latestUntil(of, now)
  if (of.nextDueAt > lateUntil) return [onTime(latest)]
  if (of.missedPolicy === 'once') return [{ ...onTime(latest), note: standsFor(of, now) }]
  const missed = latestUntil(of, lateUntil)
  const note = `Skipped: ${missedWords(of, lateUntil)}.`
  const skipped: PlannedFiring = { dueAt: missed, status: 'skipped', note }
  return latest > missed ? [skipped, onTime(latest)] : [skipped]
}

function each(of: DueSchedule, now: Date): PlannedFiring[] {
  const due = lastDueTimes(of, now)
  const isLate = (at: Date) => now.getTime() - at.getTime() >= GRACE_MS
  const firings = due.map((at) => ({
    ...onTime(at),
    note: isLate(at) ? 'Made up for late.' : null,
  }))
  if (due[0] > of.nextDueAt) {
    firings[0].note = `Older due times were left out: no more than ${MOST_CAUGHT_UP} are made up for.`
  }
  return firings
}

function onTime(dueAt: Date): PlannedFiring {
  return { dueAt, status: 'pending', note: null }
}

function standsFor(of: DueSchedule, now: Date): string {
  return countUntil(of, now) === 1
    ? 'Late: no scheduler ran at its time.'
    : `Once for all: ${missedWords(of, now)}.`
}

function missedWords(of: DueSchedule, until: Date): string {
  const count = countUntil(of, until)
  const many = count > MOST_COUNTED ? `more than ${MOST_COUNTED}` : String(count)
  const since = of.nextDueAt.toISOString().replace(/\.\d+Z/, 'Z')
  return `no scheduler ran at ${many} due ${count === 1 ? 'time' : 'times'} since ${since}`
}

function latestUntil({ cron, timeZone, nextDueAt: first }: DueSchedule, until: Date): Date {
  return latestDueAt(cron, timeZone, { after: first, until }) ?? first
}

/** One more than MOST_COUNTED where there are more. */
function countUntil({ cron, timeZone, nextDueAt: first }: DueSchedule, until: Date): number {
  let count = 1
  let at = nextDueAt(cron, timeZone, first)
  while (at && at <= until && count <= MOST_COUNTED) {
    count += 1
    at = nextDueAt(cron, timeZone, at)
  }
  return count
}

/** The last MOST_CAUGHT_UP; looks back further and further, for there may be years of them. */
function lastDueTimes(of: DueSchedule, until: Date): Date[] {
  for (let spanMs = MOST_CAUGHT_UP * 1000; ; spanMs *= 60) {
    const from = Math.max(of.nextDueAt.getTime() - 1, until.getTime() - spanMs)
    const found = dueTimesBetween(of, new Date(from), until)
    const isWhole = from < of.nextDueAt.getTime()
    if (found.length >= MOST_CAUGHT_UP || isWhole) return found.slice(-MOST_CAUGHT_UP)
  }
}

function dueTimesBetween({ cron, timeZone }: DueSchedule, after: Date, until: Date): Date[] {
  const found: Date[] = []
  for (let at = nextDueAt(cron, timeZone, after); at && at <= until;) {
    found.push(at)
    at = nextDueAt(cron, timeZone, at)
  }
  return found
}

import { CronExpressionParser, type CronExpression } from 'cron-parser'
import { IANAZone } from 'luxon'
import { InvalidCron, InvalidTimeZone } from '#scheduling/errors'
import { WallClock } from '#jobs/windows/wall_clock'

const HOURS_A_DAY = 24

/**
 * The first time after `after` at which the cron is due in its time zone.
 *
 * Where clocks go forward, a time that is jumped over is due at the jump; where they go back, a time
 * shown twice is due once, the first time. Crons of every hour go by real time through both.
 *
 * @returns null where no such time comes
 * @throws InvalidCron
 * @throws InvalidTimeZone
 */
export function nextDueAt(cron: string, timeZone: string, after: Date): Date | null {
  const expression = parseCron(cron)
  if (!IANAZone.isValidZone(timeZone)) throw new InvalidTimeZone(timeZone)
  const clock = new WallClock(timeZone)
  const isHourly = expression.fields.hour.values.length === HOURS_A_DAY
  const next = isHourly ? nextByRealTime : nextByTheWall
  const dueMs = next(expression, clock, after.getTime())
  return dueMs === null ? null : new Date(dueMs)
}

/** The next `count` due times after `after`, fewer where no more come. @throws like nextDueAt */
export function nextDueTimes(cron: string, timeZone: string, after: Date, count: number): Date[] {
  const times: Date[] = []
  while (times.length < count) {
    const next = nextDueAt(cron, timeZone, times.at(-1) ?? after)
    if (!next) break
    times.push(next)
  }
  return times
}

/** The last due time after `after` and not after `until`, or null. Quick also over years. */
export function latestDueAt(cron: string, timeZone: string, span: { after: Date; until: Date }) {
  const { after, until } = span
  for (let windowMs = 60_000; ; windowMs *= 60) {
    const start = new Date(Math.max(after.getTime(), until.getTime() - windowMs))
    const latest = lastOf(cron, timeZone, { after: start, until })
    if (latest || start.getTime() === after.getTime()) return latest
  }
}

function lastOf(cron: string, timeZone: string, { after, until }: { after: Date; until: Date }) {
  let latest: Date | null = null
  for (;;) {
    const next = nextDueAt(cron, timeZone, latest ?? after)
    if (!next || next > until) return latest
    latest = next
  }
}

/** The parser alone would take four fields, nicknames and `H`, which is another time in every process. */
function parseCron(cron: string): CronExpression {
  const fields = cron.trim().split(/\s+/)
  if (fields.length !== 5 && fields.length !== 6) {
    const count = fields[0] === '' ? 0 : fields.length
    throw new InvalidCron(cron, `it has ${count} ${count === 1 ? 'field' : 'fields'}`)
  }
  if (/h/i.test(cron.replace(/thu/gi, ''))) throw new InvalidCron(cron, '"H" names no time')
  try {
    return CronExpressionParser.parse(cron, { tz: 'UTC' })
  } catch (error) {
    throw new InvalidCron(cron, asReason(error as Error))
  }
}

/** The next wall time, in a zone without changes. The expression keeps its place: it is set anew. */
function nextWallTime(expression: CronExpression, wallMs: number): number | null {
  expression.reset(new Date(wallMs))
  try {
    return expression.next().getTime()
  } catch {
    return null // the parser gives up where a date such as 31 April never comes
  }
}

function nextByTheWall(expression: CronExpression, clock: WallClock, afterMs: number) {
  let wall: number | null = clock.at(afterMs)
  for (;;) {
    wall = nextWallTime(expression, wall)
    if (wall === null) return null
    const due = clock.firstInstantOf(wall)
    if (due > afterMs) return due
  }
}

/** Walks at the offset of the moment; where the clock changes on the way, goes on from the change. */
function nextByRealTime(expression: CronExpression, clock: WallClock, afterMs: number) {
  let notBefore = afterMs + 1
  for (;;) {
    const offsetMs = clock.offsetMs(notBefore)
    const wall = nextWallTime(expression, notBefore - 1 + offsetMs)
    if (wall === null) return null
    const due = wall - offsetMs
    if (clock.offsetMs(due) === offsetMs) return due
    notBefore = clock.nextChange(notBefore, due)
  }
}

function asReason(error: Error): string {
  return error.message.replace(/^./, (letter) => letter.toLowerCase())
}

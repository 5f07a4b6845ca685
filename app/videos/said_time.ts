import { DateTime } from 'luxon'

/** A span of time, its end not included; empty for a moment. */
export interface SaidTime {
  from: Date
  before: Date
}

const SAID = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z)?$/

/** What `2026-11-21`, a whole day in UTC, or `2026-11-21T06:00:00Z`, a moment, means; null: there is no such time. */
export function readTime(said: string): SaidTime | null {
  if (!SAID.test(said)) return null
  const from = DateTime.fromISO(said, { zone: 'utc' })
  if (!from.isValid) return null // the 31st of February
  const before = said.includes('T') ? from : from.plus({ days: 1 })
  return { from: from.toJSDate(), before: before.toJSDate() }
}

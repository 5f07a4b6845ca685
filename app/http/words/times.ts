import { DateTime } from 'luxon'
import prettyMs from 'pretty-ms'

type Moment = DateTime | Date | null | undefined

/** `4:05` or `1:02:03` of seconds, as players show it. */
export function clock(durationS: number): string {
  const whole = Math.round(durationS)
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const padded = (n: number) => String(n).padStart(2, '0')
  return h ? `${h}:${padded(m)}:${padded(s)}` : `${m}:${padded(s)}`
}

/** `3m 5s` of milliseconds; below a second `0.4s`. */
export function span(ms: number | null | undefined): string {
  if (typeof ms !== 'number') return '–'
  return prettyMs(ms, { secondsDecimalDigits: ms < 10_000 ? 1 : 0 })
}

/** Time between two moments, the second being now where it is null. */
export function between(from: Moment, to: Moment): string {
  if (!from) return '–'
  return span(asDateTime(to ?? new Date()).toMillis() - asDateTime(from).toMillis())
}

/** `5 minutes ago`, `in 2 hours`. */
export function ago(moment: Moment): string {
  if (!moment) return 'never'
  const at = asDateTime(moment)
  return Math.abs(at.diffNow().toMillis()) < 10_000 ? 'just now' : at.toRelative({ locale: 'en' })!
}

/** `2026-11-21 09:08:55 UTC`, or in the given zone. */
export function stamp(moment: Moment, timeZone = 'UTC'): string {
  if (!moment) return ''
  return `${asDateTime(moment).setZone(timeZone).toFormat('yyyy-MM-dd HH:mm:ss')} ${timeZone}`
}

/** `Mon 23 Nov, 03:00` in the given zone. */
export function appointment(moment: Moment, timeZone: string): string {
  return moment ? asDateTime(moment).setZone(timeZone).toFormat('ccc d LLL, HH:mm') : '–'
}

/** A day as it is said, a moment as a stamp. */
export function saidTime(said: string): string {
  return said.includes('T') ? stamp(new Date(said)) : said
}

/** For the `datetime` attribute. */
export function iso(moment: Moment): string {
  return moment ? asDateTime(moment).toUTC().toISO()! : ''
}

function asDateTime(moment: DateTime | Date): DateTime {
  return moment instanceof Date ? DateTime.fromJSDate(moment) : moment
}

import { DateTime } from 'luxon'
import type { Eta, JobForecast } from '#jobs/forecast/job_forecast'

const MINUTE_S = 60
const HOUR_S = 3600
/** Below this nothing is counted any more. */
const SOON_S = 10

/** `About 3–5 min, 12th in line` of a job that is not over; null where nothing can be promised. */
export function outlook(
  forecast: JobForecast | undefined,
  now: DateTime = DateTime.now()
): string | null {
  if (!forecast) return null
  const { eta, position, waitsFor } = forecast
  const words = [
    waitsFor ?? (eta && rangeWords(eta, now)),
    position && `${ordinal(position)} in line`,
  ]
  const said = words.filter((word) => word !== null).join(', ')
  return said === '' ? null : said[0].toUpperCase() + said.slice(1)
}

/** `about 3–5 min` */
export function rangeWords({ from, to }: Eta, now: DateTime): string {
  const [fromS, toS] = [from, to].map((at) => Math.max(0, at.diff(now, 'seconds').seconds))
  if (toS < SOON_S) return 'a few seconds'
  const [unitS, unit] = unitOf(toS)
  const count = (valueS: number, round: (n: number) => number) => Math.max(1, round(valueS / unitS))
  const [low, high] = [count(fromS, Math.floor), count(toS, Math.ceil)]
  return low === high ? `about ${high} ${unit}` : `about ${low}–${high} ${unit}`
}

function unitOf(seconds: number): [number, string] {
  if (seconds < 2 * MINUTE_S) return [1, 's']
  return seconds < 2 * HOUR_S ? [MINUTE_S, 'min'] : [HOUR_S, 'h']
}

/** `1st`, `2nd`, `11th`, `22nd` */
export function ordinal(n: number): string {
  const isTeen = Math.floor(n / 10) % 10 === 1
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${ending}`
}

import db from '@adonisjs/lucid/services/db'

/** What is counted while it changes; the database keeps these by triggers. */
export type TallySubject =
  | 'videos'
  | 'videos_added'
  | 'tags'
  | 'jobs'
  | 'jobs_started'
  | 'failures'
  | 'dead_letters'
  | 'ended'
  | 'ended_causes'
  | 'ended_presets'
  | 'renditions_made'

export interface Tally {
  key: string
  n: number
  bytes: number
  tookMs: number
}

/** How many there are by key, such as a status; of all time, or since the first of so many days, UTC, today included. */
export async function tallies(subject: TallySubject, days?: number): Promise<Tally[]> {
  const { rows } = await db.rawQuery(
    `select key, sum(n)::bigint as n, sum(bytes)::bigint as bytes, sum(took_ms)::bigint as "tookMs"
     from tallies where subject = :subject and day ${days ? `>= ${FIRST_DAY}` : `= '-infinity'`}
     group by key having sum(n) <> 0`,
    { subject, ...(days && { days }) }
  )
  return rows
}

export interface DailyTally {
  /** ISO date, UTC. */
  date: string
  key: string
  n: number
  bytes: number
  tookMs: number
}

/** The same for each day and key. */
export async function dailyTallies(subject: TallySubject, days: number): Promise<DailyTally[]> {
  const { rows } = await db.rawQuery(
    `select to_char(day, 'YYYY-MM-DD') as date, key, sum(n)::bigint as n,
       sum(bytes)::bigint as bytes, sum(took_ms)::bigint as "tookMs"
     from tallies where subject = :subject and day >= ${FIRST_DAY} group by day, key`,
    { subject, days }
  )
  return rows
}

const FIRST_DAY = `(now() at time zone 'UTC')::date - (:days::int - 1)`

/** Of all keys together. */
export function sumOfTallies(all: Tally[]): Omit<Tally, 'key'> {
  const sum = (what: 'n' | 'bytes' | 'tookMs') => all.reduce((total, one) => total + one[what], 0)
  return { n: sum('n'), bytes: sum('bytes'), tookMs: sum('tookMs') }
}

export function countsByKey<K extends string>(all: Tally[]): Partial<Record<K, number>> {
  return Object.fromEntries(all.map(({ key, n }) => [key, n])) as Partial<Record<K, number>>
}

/** Joins the differences that changes added; whoever comes second has nothing to do. */
export async function foldTallies(): Promise<void> {
  await db.rawQuery('select fold_tallies()')
}

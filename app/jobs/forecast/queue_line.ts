import db from '@adonisjs/lucid/services/db'
import { BEST_SPEED, CLASS_COLUMNS, hostIn } from '#jobs/forecast/speed_class'
import { IN_LINE } from '#jobs/lanes/in_line'
import type { Expected } from '#jobs/forecast/forecast'
import type { Lane } from '#jobs/lanes/lane'

/** A job that waits, as its lane's line has it. */
export interface Waiting {
  id: string
  lane: Lane
  /** From 1. */
  position: number
  own: Expected | null
  /** Of those before it in the line; null where one of them is unknown. */
  before: Expected | null
}

export interface Running {
  id: string
  lane: Lane
  expected: Expected | null
  elapsedS: number
  /** 0..1 of the attempt. */
  progress: number
}

/**
 * The places of these jobs, in one pass over the line however long it is: speeds are looked up by class, not by job.
 * Held and paused jobs stand in no line.
 */
export async function placesOf(jobIds: string[], lanes: Lane[]): Promise<Waiting[]> {
  const { rows } = await db.rawQuery(
    `with line as materialized (
       select jobs.id, jobs.lane, jobs.rank, '' as host, ${CLASS_COLUMNS}
       from jobs join videos on videos.id = jobs.video_id
       where ${IN_LINE} and jobs.lane = any(:lanes::text[])
     ), known as materialized (
       select of.*, speed.mean, speed.variance
       from (select distinct lane, work, pixels, codec, host from line) as of
       left join lateral (${BEST_SPEED}) as speed on true
     ), places as (
       select line.id, line.lane, units * mean as mean_s, units ^ 2 * variance as variance_s2,
         row_number() over before + 0 as position,
         sum(units * mean) over before as sum_s, sum(units ^ 2 * variance) over before as sum_s2,
         count(*) filter (where mean is null) over before as unknown
       from line join known using (lane, work, pixels, codec)
       window before as (partition by line.lane order by line.rank, line.id)
     )
     select * from places where id = any(:jobIds::uuid[])`,
    { jobIds, lanes }
  )
  return rows.map(placeIn)
}

function placeIn(row: PlaceRow): Waiting {
  const own = row.mean_s === null ? null : { meanS: row.mean_s, varianceS2: row.variance_s2! }
  const before = own && {
    meanS: Math.max(0, row.sum_s! - own.meanS),
    varianceS2: Math.max(0, row.sum_s2! - own.varianceS2),
  }
  const { id, lane, position, unknown } = row
  return { id, lane, position, own, before: unknown === 0 ? before : null }
}

interface PlaceRow {
  id: string
  lane: Lane
  mean_s: number | null
  variance_s2: number | null
  position: number
  sum_s: number | null
  sum_s2: number | null
  unknown: number
}

/** What waits in each lane that has something, with all of its time; null where part of it is unknown. */
export async function lineOf(): Promise<Map<Lane, { jobs: number; expected: Expected | null }>> {
  const { rows } = await db.rawQuery(
    `select lane, sum(jobs) as jobs, bool_or(mean is null) as "isUnknown",
       sum(units * mean) as "meanS", sum(squares * variance) as "varianceS2"
     from (
       select lane, work, pixels, codec, '' as host, count(*) as jobs, sum(units) as units,
         sum(units ^ 2) as squares
       from (
         select jobs.lane, ${CLASS_COLUMNS} from jobs join videos on videos.id = jobs.video_id
         where ${IN_LINE}
       ) as waiting group by lane, work, pixels, codec
     ) as of
     left join lateral (${BEST_SPEED}) as speed on true group by lane`
  )
  return new Map(
    rows.map(({ lane, jobs, isUnknown, ...expected }: SumRow) => [
      lane,
      { jobs: Number(jobs), expected: isUnknown ? null : expected },
    ])
  )
}

interface SumRow extends Expected {
  lane: Lane
  jobs: string
  isUnknown: boolean
}

/** All that runs in these lanes. */
export async function runningIn(lanes: Lane[]): Promise<Running[]> {
  const { rows } = await db.rawQuery(
    `select of.id, of.lane, of.attempt_progress as progress, of.elapsed_s, of.units, speed.mean, speed.variance
     from (
       select jobs.id, jobs.lane, jobs.attempt_progress, ${CLASS_COLUMNS}, ${hostIn('jobs.lease_owner')} as host,
         extract(epoch from now() - jobs.started_at)::float8 as elapsed_s
       from jobs join videos on videos.id = jobs.video_id
       where jobs.status = 'running' and jobs.lane = any(:lanes::text[])
     ) as of
     left join lateral (${BEST_SPEED}) as speed on true`,
    { lanes }
  )
  return rows.map(({ id, lane, progress, elapsed_s: elapsedS, units, mean, variance }: RunRow) => {
    const expected =
      mean === null ? null : { meanS: units * mean, varianceS2: units ** 2 * variance! }
    return { id, lane, progress, elapsedS, expected }
  })
}

interface RunRow {
  id: string
  lane: Lane
  progress: number
  elapsed_s: number
  units: number
  mean: number | null
  variance: number | null
}

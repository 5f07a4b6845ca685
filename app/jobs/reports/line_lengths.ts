import db from '@adonisjs/lucid/services/db'
import { countsByKey, tallies } from '#videos/tallies'
import { IN_LINE } from '#jobs/lanes/in_line'
import { LANES, type Lane } from '#jobs/lanes/lane'
import type { JobStatus } from '#jobs/job_state'

/** Of each lane so many that wait are counted one by one. */
const COUNTED = 10_000

export interface LineLengths {
  /** Jobs that stand in each lane's line, also those that are not due yet. */
  waiting: Record<Lane, number>
  /** Jobs that wait until their batch, or whoever paused them, lets them go on. */
  held: number
  running: Record<Lane, number>
  /** Of those that run: the worker says that it works on it, or has said nothing for too long. */
  leases: { held: number; expired: number }
}

/**
 * How long the lines are, at a cost that does not grow with them: all that wait are known from the tallies, and the
 * longer line is what the shorter one leaves. Those held count with the longer line where it is longer than 10,000.
 */
export async function lineLengths(): Promise<LineLengths> {
  const all = countsByKey<JobStatus>(await tallies('jobs')).queued ?? 0
  const { rows } = await db.rawQuery(COUNT, { atMost: COUNTED })
  const of = (what: string) => ({
    quick: Number(rows[0][`${what}_quick`]),
    encode: Number(rows[0][`${what}_encode`]),
  })
  const { held, expired } = rows[0] as { held: number; expired: number }
  return { ...shareOut(all, of('waiting')), running: of('running'), leases: { held, expired } }
}

/** @param counted those that stand in line, of each lane 10,000 at most. Pure. */
export function shareOut(all: number, counted: Record<Lane, number>) {
  const rest = Math.max(0, all - counted.quick - counted.encode)
  const { quick, encode } = counted
  if (encode >= COUNTED) return { waiting: { quick, encode: encode + rest }, held: 0 }
  if (quick >= COUNTED) return { waiting: { quick: quick + rest, encode }, held: 0 }
  return { waiting: counted, held: rest }
}

const COUNT = `select ${LANES.map(
  (lane) => `
    (select count(*) from (
      select from jobs where ${IN_LINE} and lane = '${lane}' limit :atMost
    ) as line) as waiting_${lane},
    (select count(*) from jobs where status = 'running' and lane = '${lane}') as running_${lane}`
).join(',')},
  (select count(*) from jobs where status = 'running' and lease_expires_at >= now()) as held,
  (select count(*) from jobs where status = 'running' and lease_expires_at < now()) as expired`

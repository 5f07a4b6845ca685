import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { breakerWaitS, judgeLane, TRIPS_AFTER, type EndedAttempt } from '#jobs/lanes/breaker'
import { LANES, type Lane } from '#jobs/lanes/lane'
import { freezeLanes } from '#jobs/windows/freeze_lanes'
import { mediakeep } from '#accounts/actor'
import { recordAudit } from '#accounts/audit'

interface LaneRow {
  name: Lane
  breaker_cause: string | null
  opened_at: string | null
  breaker_trips: number
  /** As text: a Date keeps milliseconds only. */
  changed_at: string
}

/**
 * Stops lanes while the world is broken and opens them when it is well again, and holds them to their work windows; by
 * the rows alone, so that any number of processes may call it.
 *
 * @returns how many were stopped or opened
 */
export async function superviseLanes(): Promise<number> {
  await freezeLanes()
  const rows: LaneRow[] = await db
    .from('lanes')
    .select('name', 'breaker_cause', 'breaker_trips')
    .select(db.raw('updated_at::text as changed_at, breaker_opened_at::text as opened_at'))
    .whereIn('name', [...LANES])
  let changed = 0
  for (const row of rows) if (await superviseLane(row)) changed += 1
  return changed
}

async function superviseLane(row: LaneRow): Promise<boolean> {
  const ended = await lastEnded(row)
  const verdict = judgeLane({ openCause: row.breaker_cause, ended })
  if (verdict.act === 'open') return open(row, verdict.cause)
  return verdict.act === 'close' ? close(row) : false
}

async function lastEnded(row: LaneRow): Promise<EndedAttempt[]> {
  return db
    .from('attempts')
    .join('jobs', 'jobs.id', 'attempts.job_id')
    .select('attempts.status', 'attempts.cause')
    .where('jobs.lane', row.name)
    .whereIn('attempts.status', ['completed', 'failed'])
    .where('attempts.finished_at', '>', row.opened_at ?? row.changed_at)
    .orderBy('attempts.finished_at', 'desc')
    .limit(TRIPS_AFTER)
}

/** Also prolongs: a try that failed again waits longer. */
async function open(row: LaneRow, cause: string): Promise<boolean> {
  const waitS = breakerWaitS(row.breaker_trips)
  const isFirst = await change(row, {
    breaker_cause: cause,
    breaker_opened_at: db.raw('now()'),
    breaker_until: db.raw(`now() + ? * interval '1 second'`, [waitS]),
    breaker_trips: row.breaker_trips + 1,
  })
  if (isFirst) await tell(row, 'lane.stopped', { cause, waitS })
  return isFirst
}

async function close(row: LaneRow): Promise<boolean> {
  const isFirst = await change(row, {
    ...{ breaker_cause: null, breaker_opened_at: null, breaker_until: null, breaker_trips: 0 },
    updated_at: db.raw('now()'),
  })
  if (isFirst) await tell(row, 'lane.recovered', { cause: row.breaker_cause })
  return isFirst
}

/** Whoever saw the lane as it still is. */
async function change(row: LaneRow, columns: Record<string, unknown>): Promise<boolean> {
  const changed = await db
    .from('lanes')
    .where({ name: row.name, breaker_trips: row.breaker_trips, updated_at: row.changed_at })
    .update(columns)
  return Number(changed) > 0
}

async function tell(row: LaneRow, action: string, details: Record<string, unknown>) {
  logger.warn({ lane: row.name, ...details }, action)
  const subject = { type: 'lane', id: row.name }
  await recordAudit({ by: mediakeep('system'), action, subject, details })
}

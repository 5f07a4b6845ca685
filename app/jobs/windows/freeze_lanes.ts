import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { mediakeep } from '#accounts/actor'
import { recordAudit } from '#accounts/audit'
import { LANES, type Lane } from '#jobs/lanes/lane'
import { laneWindows, openingOf } from '#jobs/windows/lane_windows'
import type { Opening } from '#jobs/windows/work_window'

/** Who paused a job that stands still because its window ended. */
export const WINDOW_NAME = 'the work window'

/**
 * Lets running jobs stand still at the end of a window that asks for it, and go on when one opens. A job that somebody
 * resumes by hand is left running until the window ends the next time. Any number of processes may call it at once.
 *
 * @returns how many jobs were changed
 */
export async function freezeLanes(now: Date | null = null): Promise<number> {
  const [windows, { rows }] = await Promise.all([
    laneWindows(),
    db.rawQuery('select coalesce(?::timestamptz, now()) as now', [now as Date]),
  ])
  let changed = 0
  for (const lane of LANES) {
    const opening = openingOf(lane, windows, rows[0].now)
    changed += await (opening.isOpen ? thaw(lane) : freeze(lane, opening))
  }
  return changed
}

async function freeze(lane: Lane, { atEnd, closedSince }: Opening): Promise<number> {
  if (atEnd !== 'freeze' || closedSince === null) return 0
  return db.transaction(async (trx) => {
    const frozen = await trx
      .from('jobs')
      .where({ lane, status: 'running' })
      .whereNull('pause_requested_at')
      .whereRaw('(frozen_at is null or frozen_at < ?)', [closedSince])
      .update({
        pause_requested_at: db.raw('now()'),
        pause_requested_by: WINDOW_NAME,
        frozen_at: db.raw('now()'),
      })
    return tell(trx, { lane, action: 'lane.frozen', jobs: Number(frozen) })
  })
}

async function thaw(lane: Lane): Promise<number> {
  return db.transaction(async (trx) => {
    const frozen = trx
      .from('jobs')
      .where({ lane })
      .whereNotNull('frozen_at')
      .whereIn('status', ['queued', 'running'])
    const thawed = await frozen
      .clone()
      .where('pause_requested_by', WINDOW_NAME)
      .update({
        ...{ pause_requested_at: null, pause_requested_by: null, frozen_at: null },
        paused_at: db.raw(`case when status = 'running' then paused_at end`), // its worker says when it goes on
      })
    await frozen.update({ frozen_at: null })
    return tell(trx, { lane, action: 'lane.thawed', jobs: Number(thawed) })
  })
}

async function tell(
  trx: TransactionClientContract,
  { lane, action, jobs }: { lane: Lane; action: string; jobs: number }
): Promise<number> {
  if (jobs === 0) return 0
  logger.info({ lane, jobs }, action)
  const subject = { type: 'lane', id: lane }
  await recordAudit({ by: mediakeep('system'), action, subject, details: { jobs } }, trx)
  return jobs
}

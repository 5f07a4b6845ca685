import db from '@adonisjs/lucid/services/db'
import { LANES, type Lane } from '#jobs/lanes/lane'
import { laneWindows, openingOf } from '#jobs/windows/lane_windows'

interface LaneRow {
  name: Lane | 'all'
  isStopped: boolean
  now: Date
}

/** Of each lane whether jobs may begin in it now: nobody paused it, no breaker stopped it, and it is within its windows. */
export async function openLanes(): Promise<Record<Lane, boolean>> {
  const { rows } = await db.rawQuery<{ rows: LaneRow[] }>(
    `select name, paused_at is not null or breaker_cause is not null as "isStopped", now() as now from lanes`
  )
  const windows = await laneWindows()
  const isOpen = (lane: Lane) =>
    rows.every(({ name, isStopped }) => !isStopped || (name !== lane && name !== 'all')) &&
    openingOf(lane, windows, rows[0].now).isOpen
  return Object.fromEntries(LANES.map((lane) => [lane, isOpen(lane)])) as Record<Lane, boolean>
}

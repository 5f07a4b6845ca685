import db from '@adonisjs/lucid/services/db'
import { liveWorkers } from '#jobs/worker_registry'
import { laneWindows, openingOf } from '#jobs/windows/lane_windows'
import { LANES, type Lane } from '#jobs/lanes/lane'

/** Jobs that can be begun at the same time in each lane now; 0 where nobody takes work, or the lane stands still or is closed. */
export async function laneSlots(): Promise<Record<Lane, number>> {
  const [workers, rows, windows] = await Promise.all([
    liveWorkers(),
    db.from('lanes').select('*', db.raw('now() as now')),
    laneWindows(),
  ])
  const working = workers.filter(({ idleReason }) => idleReason === null)
  const slots = LANES.map((lane) => {
    const limits = rows.filter(({ name }) => name === lane || name === 'all').map(limitOf)
    const ofWorkers = working.reduce((sum, { lanes }) => sum + lanes[lane].slots, 0)
    const { isOpen } = openingOf(lane, windows, rows[0].now)
    return [lane, isOpen ? Math.min(ofWorkers, ...limits) : 0]
  })
  return Object.fromEntries(slots)
}

function limitOf(lane: LaneRow): number {
  if (lane.paused_at || lane.breaker_cause) return 0
  return lane.concurrency ?? Number.POSITIVE_INFINITY
}

interface LaneRow {
  name: string
  concurrency: number | null
  paused_at: Date | null
  breaker_cause: string | null
}

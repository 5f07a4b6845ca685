import db from '@adonisjs/lucid/services/db'
import { liveWorkers } from '#jobs/worker_registry'
import { LANES, type Lane } from '#jobs/lanes/lane'

/** Jobs that can be begun at the same time in each lane now; 0 where nobody takes work or the lane stands still. */
export async function laneSlots(): Promise<Record<Lane, number>> {
  const [workers, rows] = await Promise.all([liveWorkers(), db.from('lanes').select('*')])
  const working = workers.filter(({ idleReason }) => idleReason === null)
  const slots = LANES.map((lane) => {
    const limits = rows.filter(({ name }) => name === lane || name === 'all').map(limitOf)
    const ofWorkers = working.reduce((sum, { lanes }) => sum + lanes[lane].slots, 0)
    return [lane, Math.min(ofWorkers, ...limits)]
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

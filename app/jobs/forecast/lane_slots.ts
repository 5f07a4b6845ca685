import db from '@adonisjs/lucid/services/db'
import { liveWorkers } from '#jobs/worker_registry'
import { LANES, type Lane } from '#jobs/lanes/lane'

/** Of pictures each worker runs one at least. */
const QUICK_SLOTS = 1

/** Jobs that can run at the same time in each lane now; 0 where nobody works or the lane stands still. */
export async function laneSlots(): Promise<Record<Lane, number>> {
  const [workers, rows] = await Promise.all([liveWorkers(), db.from('lanes').select('*')])
  const encode = workers.reduce((sum, { concurrency }) => sum + concurrency, 0)
  const ofWorkers: Record<Lane, number> = { encode, quick: workers.length * QUICK_SLOTS }
  const slots = LANES.map((lane) => {
    const limits = rows.filter(({ name }) => name === lane || name === 'all').map(limitOf)
    return [lane, Math.min(ofWorkers[lane], ...limits)]
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

import db from '@adonisjs/lucid/services/db'
import { recordAudit } from '#accounts/audit'
import type { Actor } from '#accounts/actor'
import type { Lane } from '#jobs/lanes/lane'

/** `all` stands for the whole queue. */
export type LaneName = Lane | 'all'

export interface LaneChange {
  lane: LaneName
  by: Actor
}

/** No job of the lane is begun from now on; what runs goes on. */
export async function pauseLane({ lane, by, reason }: LaneChange & { reason: string | null }) {
  const columns = { paused_at: db.raw('now()'), paused_by: by.name, pause_reason: reason }
  await change({ lane, by }, columns, { action: 'lane.paused', details: { reason } })
}

/** Jobs are begun again, also where the lane's breaker had stopped it. */
export async function resumeLane({ lane, by }: LaneChange) {
  const isOpen = { paused_at: null, paused_by: null, pause_reason: null }
  const isWell = {
    ...{ breaker_cause: null, breaker_opened_at: null, breaker_until: null, breaker_trips: 0 },
  }
  await change({ lane, by }, { ...isOpen, ...isWell }, { action: 'lane.resumed', details: {} })
}

/** Jobs at the same time over all workers; null: as many as their slots. What runs already goes on. */
export async function limitLane({
  lane,
  by,
  concurrency,
}: LaneChange & { concurrency: number | null }) {
  const details = { concurrency }
  await change({ lane, by }, { concurrency }, { action: 'lane.limited', details })
}

async function change(
  { lane, by }: LaneChange,
  columns: Record<string, unknown>,
  told: { action: string; details: Record<string, unknown> }
) {
  await db.transaction(async (trx) => {
    await trx
      .from('lanes')
      .where('name', lane)
      .update({ ...columns, updated_at: db.raw('now()') })
    await recordAudit({ by, ...told, subject: { type: 'lane', id: lane } }, trx)
  })
}

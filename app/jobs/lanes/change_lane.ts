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

export interface LaneLimit extends LaneChange {
  concurrency: number | null
  /** Called with the lane as nobody else can change it any more; what it throws stops the change. */
  check?: Check
}

type Check = (lane: { concurrency: number | null }) => void

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
export async function limitLane({ check, concurrency, ...lane }: LaneLimit) {
  const details = { concurrency }
  await change(lane, { concurrency }, { action: 'lane.limited', details, check })
}

async function change(
  { lane, by }: LaneChange,
  columns: Record<string, unknown>,
  { check, ...told }: { action: string; details: Record<string, unknown>; check?: Check }
) {
  await db.transaction(async (trx) => {
    const row = () => trx.from('lanes').where('name', lane)
    check?.(await row().forUpdate().firstOrFail())
    await row().update({ ...columns, updated_at: db.raw('now()') })
    await recordAudit({ by, ...told, subject: { type: 'lane', id: lane } }, trx)
  })
}

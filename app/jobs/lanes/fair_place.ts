import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Actor } from '#accounts/actor'
import type { Lane } from '#jobs/lanes/lane'

/** How many places one step of priority is worth: so much work of others is overtaken, and no more. */
export const PLACES_A_PRIORITY = 100

/** Who takes turns with whom: a batch, else a person, else whatever asked. */
export function fairGroupOf(of: { batchId: number | null; by: Actor }): string {
  if (of.batchId !== null) return `batch:${of.batchId}`
  return of.by.userId === null ? of.by.via : `user:${of.by.userId}`
}

/**
 * The place before the next one free for a group in a lane: behind what the group already waits for, and behind what
 * the lane has served. So groups take turns however much each of them asks for (start-time fair queueing: Goyal,
 * Vin and Cheng, SIGCOMM 1996).
 */
export async function lastPlace(
  trx: TransactionClientContract,
  of: { lane: Lane; fairGroup: string }
): Promise<number> {
  const { rows } = await trx.rawQuery(
    `select greatest(
       (select virtual_time from lanes where name = :lane),
       (select max(place) from jobs
        where status = 'queued' and fair_group = :fairGroup and lane = :lane)
     ) as place`,
    of
  )
  return rows[0].place
}

import db from '@adonisjs/lucid/services/db'

/** So that a batch of ten thousand holds nobody's lock for long. */
const MOST_AT_ONCE = 1_000

/**
 * Moves what was committed from the outbox to the events that people see, in the order of commits. Any process may call
 * it at any time; they take turns.
 *
 * @returns how many were moved
 */
export async function relayEvents(): Promise<number> {
  let moved = 0
  while (await isAnythingWaiting()) {
    const { rows } = await db.rawQuery('select relay_events(?) as moved', [MOST_AT_ONCE])
    moved += rows[0].moved
  }
  return moved
}

/** Asked without the lock: nearly always there is nothing. */
async function isAnythingWaiting(): Promise<boolean> {
  const { rows } = await db.rawQuery('select exists (select from event_outbox) as "isAny"')
  return rows[0].isAny
}

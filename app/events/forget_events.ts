import db from '@adonisjs/lucid/services/db'

const MOST_AT_ONCE = 10_000

/** Removes events that are older, with what is known of their deliveries. @returns how many went */
export async function forgetEvents(keptDays: number): Promise<number> {
  let forgotten = 0
  let went: number
  do {
    const { rowCount } = await db.rawQuery(
      `delete from events where id in (
         select id from events where created_at < now() - make_interval(days => ?)
         order by created_at limit ${MOST_AT_ONCE})`,
      [keptDays]
    )
    went = rowCount
    forgotten += went
  } while (went === MOST_AT_ONCE)
  return forgotten
}

import db from '@adonisjs/lucid/services/db'

/** History is kept for so long. */
const KEPT_DAYS = 180
const MOST_AT_ONCE = 10_000

/** Removes firings that ended long ago. @returns how many went */
export async function forgetFirings(): Promise<number> {
  const { rowCount } = await db.rawQuery(
    `delete from firings where id in (
       select id from firings where finished_at < now() - interval '${KEPT_DAYS} days'
       order by id limit ${MOST_AT_ONCE})`
  )
  return rowCount
}

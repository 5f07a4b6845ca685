import db from '@adonisjs/lucid/services/db'

/** Due times that have passed by this much without anybody beginning their firing. */
const OVERDUE = `interval '30 seconds'`

/** How many firings should have begun and did not; of each schedule those that nobody made yet count as one. */
export async function overdueFirings(): Promise<number> {
  const { rows } = await db.rawQuery(
    `select
       (select count(*) from firings where status in ('pending', 'running') and (
         (status = 'pending' and created_at < now() - ${OVERDUE})
         or (status = 'running' and lease_expires_at < now() - ${OVERDUE})))
       + (select count(*) from schedules where is_enabled and next_due_at < now() - ${OVERDUE}) as n`
  )
  return Number(rows[0].n)
}

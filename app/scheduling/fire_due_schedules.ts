import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { latestDueAt, nextDueAt } from '#scheduling/next_due_at'

/** A schedule that is due, by the clock of the database. */
interface DueSchedule {
  id: number
  name: string
  cron: string
  timeZone: string
  nextDueAt: Date
  now: Date
}

/**
 * Makes the firings of all schedules that are due. Any number of processes may call it at once: each due
 * time fires once. Due times missed while no scheduler ran fire once, as the last of them.
 */
export default class FireDueSchedules {
  /** @returns how many firings it made */
  async handle(): Promise<number> {
    let made = 0
    while (await db.transaction((trx) => this.#fireOne(trx))) made += 1
    return made
  }

  /** @returns whether there was one that nobody else holds */
  async #fireOne(trx: TransactionClientContract): Promise<boolean> {
    const schedule = await this.#nextDue(trx)
    if (!schedule) return false
    const { dueAt, next } = timesOf(schedule)
    await trx.rawQuery(
      `insert into firings (schedule_id, due_at) values (?, ?)
       on conflict (schedule_id, due_at) do nothing`,
      [schedule.id, dueAt]
    )
    await trx.from('schedules').where('id', schedule.id).update({ next_due_at: next })
    return true
  }

  async #nextDue(trx: TransactionClientContract): Promise<DueSchedule | null> {
    const { rows } = await trx.rawQuery(
      `select id, name, cron, time_zone as "timeZone", next_due_at as "nextDueAt", now() as now
       from schedules where is_enabled and next_due_at <= now()
       order by next_due_at limit 1 for update skip locked`
    )
    return rows[0] ?? null
  }
}

/** A cron spoilt by hand must not hold up the other schedules: it fires no more until it is edited. */
function timesOf(schedule: DueSchedule): { dueAt: Date; next: Date | null } {
  const { cron, timeZone, nextDueAt: missed, now } = schedule
  try {
    const latest = latestDueAt(cron, timeZone, { after: missed, until: now })
    return { dueAt: latest ?? missed, next: nextDueAt(cron, timeZone, now) }
  } catch (error) {
    logger.error({ err: error, schedule: schedule.name }, 'a schedule has no next due time')
    return { dueAt: missed, next: null }
  }
}

import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { nextDueAt } from '#scheduling/next_due_at'
import { planFirings, type DueSchedule, type PlannedFiring } from '#scheduling/missed_policy'

/** A schedule that is due, by the clock of the database. */
interface DueRow extends DueSchedule {
  id: number
  name: string
  now: Date
}

/**
 * Makes the firings of all schedules that are due. Any number of processes may call it at once: each due
 * time fires once. What was missed while no scheduler ran is dealt with as the schedule says.
 */
export default class FireDueSchedules {
  /**
   * @param now instead of the clock of the database
   * @returns how many schedules were due
   */
  async handle(now: Date | null = null): Promise<number> {
    let made = 0
    while (await db.transaction((trx) => this.#fireOne(trx, now))) made += 1
    return made
  }

  /** @returns whether there was one that nobody else holds */
  async #fireOne(trx: TransactionClientContract, now: Date | null): Promise<boolean> {
    const schedule = await this.#nextDue(trx, now)
    if (!schedule) return false
    const { firings, next } = planned(schedule)
    const hasWaiting = await waitsAlready(trx, schedule)
    for (const firing of firings) {
      await insert(trx, schedule.id, hasWaiting ? asSkipped(firing) : firing)
    }
    await trx.from('schedules').where('id', schedule.id).update({ next_due_at: next })
    return true
  }

  async #nextDue(trx: TransactionClientContract, now: Date | null): Promise<DueRow | null> {
    const { rows } = await trx.rawQuery(
      `select id, name, cron, time_zone as "timeZone", missed_policy as "missedPolicy",
         next_due_at as "nextDueAt", clock.now
       from schedules, (select coalesce(?::timestamptz, now()) as now) as clock
       where is_enabled and next_due_at <= clock.now
       order by next_due_at limit 1 for update of schedules skip locked`,
      [now as Date]
    )
    return rows[0] ?? null
  }
}

/** A cron spoilt by hand must not hold up the other schedules: it fires no more until it is edited. */
function planned(schedule: DueRow): { firings: PlannedFiring[]; next: Date | null } {
  const { cron, timeZone, nextDueAt: dueAt, now } = schedule
  try {
    return { firings: planFirings(schedule, now), next: nextDueAt(cron, timeZone, now) }
  } catch (error) {
    logger.error({ err: error, schedule: schedule.name }, 'a schedule has no next due time')
    return { firings: [{ dueAt, status: 'pending', note: null }], next: null }
  }
}

/** One that has waited for minutes stands behind one that takes long: no line is let grow behind it. */
async function waitsAlready(trx: TransactionClientContract, { id, missedPolicy, now }: DueRow) {
  if (missedPolicy === 'all') return false
  const waiting = await trx
    .from('firings')
    .where({ schedule_id: id, status: 'pending', is_manual: false })
    .whereRaw(`created_at < ?::timestamptz - interval '1 minute'`, [now])
    .first()
  return Boolean(waiting)
}

function asSkipped(firing: PlannedFiring): PlannedFiring {
  return { ...firing, status: 'skipped', note: 'Skipped: an earlier firing still waits to begin.' }
}

async function insert(
  trx: TransactionClientContract,
  scheduleId: number,
  { dueAt, status, note }: PlannedFiring
) {
  await trx.rawQuery(
    `insert into firings (schedule_id, due_at, status, note, finished_at)
     values (:scheduleId, :dueAt, :status, :note, case when :status = 'skipped' then now() end)
     on conflict (schedule_id, due_at) do nothing`,
    { scheduleId, dueAt, status, note: note as string }
  )
}

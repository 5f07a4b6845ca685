import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Schedule from '#scheduling/schedule'
import { recordAudit } from '#accounts/audit'
import { nextDueAt } from '#scheduling/next_due_at'
import { validateParameters } from '#scheduling/catalogue'
import type { Actor } from '#accounts/actor'

export interface ScheduleEdit {
  schedule: Schedule
  cron?: string
  timeZone?: string
  isEnabled?: boolean
  parameters?: Record<string, unknown>
  by: Actor
  now: Date
}

/**
 * Changes a schedule; schedulers follow within a second.
 *
 * @throws InvalidCron, InvalidTimeZone, InvalidParameters; nothing is changed then
 */
export default class EditSchedule {
  async handle({ schedule, by, now, ...wanted }: ScheduleEdit): Promise<Schedule> {
    const change = await checked(schedule, wanted)
    await db.transaction((trx) => this.#save(trx, { schedule, change, by, now }))
    return schedule.refresh()
  }

  async #save(
    trx: TransactionClientContract,
    edit: { schedule: Schedule; change: Change; by: Actor; now: Date }
  ) {
    const { change, by, now } = edit
    const schedule = await Schedule.query({ client: trx })
      .where('id', edit.schedule.id)
      .forUpdate()
      .firstOrFail()
    await schedule
      .merge(change)
      .merge({ nextDueAt: dueAfter(schedule, now) })
      .save()
    const subject = { type: 'schedule', id: schedule.id }
    const details = { name: schedule.name, ...change }
    await recordAudit({ by, action: 'schedule.edited', subject, details }, trx)
  }
}

type Change = Partial<Pick<Schedule, 'cron' | 'timeZone' | 'isEnabled' | 'parameters'>>

async function checked(schedule: Schedule, wanted: Change): Promise<Change> {
  const change = Object.fromEntries(
    Object.entries(wanted).filter(([, value]) => value !== undefined)
  ) as Change
  if (change.parameters) {
    change.parameters = await validateParameters(schedule.action, change.parameters)
  }
  return change
}

/** Also a disabled schedule is asked, so that nobody enables a wrong cron later. */
function dueAfter(schedule: Schedule, now: Date): DateTime | null {
  const next = nextDueAt(schedule.cron, schedule.timeZone, now)
  return schedule.isEnabled && next ? DateTime.fromJSDate(next) : null
}

import db from '@adonisjs/lucid/services/db'
import Schedule from '#scheduling/schedule'
import { recordAudit } from '#accounts/audit'
import { refuseTakenName } from '#scheduling/taken_name'
import { checkParameters, cleanName, dueAfter } from '#scheduling/schedule_rules'
import type { Actor } from '#accounts/actor'
import type { MissedPolicy } from '#scheduling/missed_policy'
import type { ScheduleAction } from '#scheduling/parameters'

export interface NewSchedule {
  name: string
  cron: string
  /** IANA name. */
  timeZone: string
  action: ScheduleAction
  /** As the action takes them; see parameters.ts. */
  parameters: unknown
  missedPolicy: MissedPolicy
  isEnabled: boolean
}

/** Makes a schedule; schedulers see it within a second. */
export default class CreateSchedule {
  /** @throws InvalidScheduleName, ScheduleNameTaken, InvalidCron, InvalidTimeZone, InvalidParameters */
  async handle(wanted: NewSchedule, { by, now }: { by: Actor; now: Date }): Promise<Schedule> {
    const name = cleanName(wanted.name)
    const nextDueAt = dueAfter(wanted, now)
    const parameters = await checkParameters(wanted.action, wanted.parameters)
    const rows = { ...wanted, name, nextDueAt, parameters }
    return refuseTakenName(name, () =>
      db.transaction(async (trx) => {
        const schedule = await Schedule.create(rows, { client: trx })
        const subject = { type: 'schedule', id: schedule.id }
        const details = { ...wanted, name, parameters }
        await recordAudit({ by, action: 'schedule.created', subject, details }, trx)
        return schedule
      })
    )
  }
}

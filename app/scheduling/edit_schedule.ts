import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Schedule from '#scheduling/schedule'
import { recordAudit } from '#accounts/audit'
import { refuseTakenName } from '#scheduling/taken_name'
import { checkParameters, cleanName, dueAfter } from '#scheduling/schedule_rules'
import type { Actor } from '#accounts/actor'
import type { MissedPolicy } from '#scheduling/missed_policy'

/** What is left out stays. */
export interface ScheduleEdit {
  schedule: Schedule
  name?: string
  cron?: string
  timeZone?: string
  missedPolicy?: MissedPolicy
  isEnabled?: boolean
  parameters?: Record<string, unknown>
  /** Called with the schedule as nobody else can change it any more; what it throws stops the change. */
  check?: (schedule: Schedule) => void
  by: Actor
  now: Date
}

/**
 * Changes a schedule; schedulers follow within a second.
 *
 * @throws InvalidScheduleName, ScheduleNameTaken, InvalidCron, InvalidTimeZone, InvalidParameters; nothing is changed then
 */
export default class EditSchedule {
  async handle({ schedule, check, by, now, ...wanted }: ScheduleEdit): Promise<Schedule> {
    const change = await checked(schedule, wanted)
    await refuseTakenName(change.name ?? schedule.name, () =>
      db.transaction((trx) => this.#save(trx, { schedule, change, check, by, now }))
    )
    return schedule.refresh()
  }

  async #save(
    trx: TransactionClientContract,
    edit: Pick<ScheduleEdit, 'schedule' | 'check' | 'by' | 'now'> & { change: Change }
  ) {
    const { change, by, now } = edit
    const schedule = await Schedule.query({ client: trx })
      .where('id', edit.schedule.id)
      .forUpdate()
      .firstOrFail()
    edit.check?.(schedule)
    const before = {
      cron: schedule.cron,
      timeZone: schedule.timeZone,
      isEnabled: schedule.isEnabled,
    }
    schedule.merge(change)
    const due = dueAfter(schedule, now)
    if (isOtherTime(before, schedule)) schedule.merge({ nextDueAt: due })
    await schedule.save()
    const subject = { type: 'schedule', id: schedule.id }
    const details = { name: schedule.name, ...change }
    await recordAudit({ by, action: 'schedule.edited', subject, details }, trx)
  }
}

type Times = Pick<Schedule, 'cron' | 'timeZone' | 'isEnabled'>

/** Other parameters do not make it miss a due time that is just passing. */
function isOtherTime(before: Times, after: Schedule): boolean {
  return (
    before.cron !== after.cron ||
    before.timeZone !== after.timeZone ||
    before.isEnabled !== after.isEnabled ||
    (after.isEnabled && after.nextDueAt === null)
  )
}

type Change = Partial<
  Pick<Schedule, 'name' | 'cron' | 'timeZone' | 'missedPolicy' | 'isEnabled' | 'parameters'>
>

async function checked(schedule: Schedule, wanted: Change): Promise<Change> {
  const change = Object.fromEntries(
    Object.entries(wanted).filter(([, value]) => value !== undefined)
  ) as Change
  if (change.name !== undefined) change.name = cleanName(change.name)
  if (change.parameters) {
    change.parameters = await checkParameters(schedule.action, change.parameters)
  }
  return change
}

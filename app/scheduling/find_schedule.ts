import Schedule from '#scheduling/schedule'
import { ScheduleNotFound } from '#scheduling/errors'

const MAX_ID = 2_147_483_647

/** The schedule of that id or name, in any case. @throws ScheduleNotFound naming those that exist */
export async function findSchedule(idOrName: number | string): Promise<Schedule> {
  const id = Number(idOrName)
  const isId = Number.isInteger(id) && id > 0 && id <= MAX_ID
  const schedule = isId
    ? await Schedule.find(id)
    : await Schedule.query()
        .whereRaw('lower(name) = ?', [String(idOrName).toLowerCase()])
        .first()
  if (!schedule) throw new ScheduleNotFound(idOrName, await scheduleNames())
  return schedule
}

async function scheduleNames(): Promise<string[]> {
  const schedules = await Schedule.query().orderBy('name')
  return schedules.map((schedule) => `"${schedule.name}"`)
}

/** The schedules that are due next, the soonest first. */
export function nextDueSchedules(limit: number): Promise<Schedule[]> {
  return Schedule.query()
    .whereNotNull('next_due_at')
    .orderBy('next_due_at')
    .orderBy('id')
    .limit(limit)
}

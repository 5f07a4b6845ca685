import Firing from '#scheduling/firing'
import Schedule from '#scheduling/schedule'

/** A firing as `--json` shows it. */
export function firingView(firing: Firing) {
  return {
    id: firing.id,
    scheduleId: firing.scheduleId,
    dueAt: firing.dueAt.toUTC().toISO(),
    isManual: firing.isManual,
    status: firing.status,
    result: firing.result,
    note: firing.note,
    details: firing.details,
    startedAt: firing.startedAt?.toUTC().toISO() ?? null,
    finishedAt: firing.finishedAt?.toUTC().toISO() ?? null,
  }
}

/** A schedule as `--json` shows it, with its last firing. */
export async function scheduleView(schedule: Schedule) {
  const last = await Firing.query()
    .where('schedule_id', schedule.id)
    .orderBy('due_at', 'desc')
    .first()
  return {
    id: schedule.id,
    name: schedule.name,
    cron: schedule.cron,
    timeZone: schedule.timeZone,
    action: schedule.action,
    parameters: schedule.parameters,
    missedPolicy: schedule.missedPolicy,
    isEnabled: schedule.isEnabled,
    nextDueAt: schedule.nextDueAt?.toUTC().toISO() ?? null,
    lastFiring: last && firingView(last),
  }
}

export type ScheduleView = Awaited<ReturnType<typeof scheduleView>>

export async function scheduleViews(): Promise<ScheduleView[]> {
  const schedules = await Schedule.query().orderBy('id')
  return Promise.all(schedules.map(scheduleView))
}

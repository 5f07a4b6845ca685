import string from '@adonisjs/core/helpers/string'
import type Firing from '#scheduling/firing'
import type Schedule from '#scheduling/schedule'
import type { SchedulerStatus } from '#scheduling/scheduler_registry'

/** A schedule with what came of its last firing. */
export function scheduleJson(schedule: Schedule, last: Firing | null) {
  const self = `/api/v1/schedules/${schedule.id}`
  return {
    id: schedule.id,
    name: schedule.name,
    action: schedule.action,
    parameters: withKeys(schedule.parameters, string.snakeCase),
    cron: schedule.cron,
    time_zone: schedule.timeZone,
    missed_policy: schedule.missedPolicy,
    is_enabled: schedule.isEnabled,
    next_due_at: schedule.nextDueAt?.toUTC().toISO() ?? null,
    last_firing: last && firingJson(last),
    links: { self, firings: `${self}/firings` },
  }
}

/** What people can change of it: its version, for `If-Match`. */
export function editableOfSchedule(schedule: Schedule) {
  const { name, cron, timeZone, missedPolicy, isEnabled, parameters } = schedule
  return { name, cron, timeZone, missedPolicy, isEnabled, parameters }
}

export function firingJson(firing: Firing) {
  return {
    id: firing.id,
    schedule_id: firing.scheduleId,
    due_at: firing.dueAt.toUTC().toISO(),
    is_manual: firing.isManual,
    status: firing.status,
    result: firing.result,
    note: firing.note,
    details: withKeys(firing.details, string.snakeCase),
    started_at: firing.startedAt?.toUTC().toISO() ?? null,
    finished_at: firing.finishedAt?.toUTC().toISO() ?? null,
  }
}

/** Parameters as the actions take them, of those that the API speaks. */
export function parametersOf(asked: Record<string, unknown>): Record<string, unknown> {
  return withKeys(asked, string.camelCase) as Record<string, unknown>
}

/** Who keeps time. */
export function schedulersJson({
  alive,
  enabledSchedules,
  isMissing,
  lastHeardOfAt,
}: SchedulerStatus) {
  return {
    alive: alive.map((one) => ({
      id: one.id,
      host_name: one.hostName,
      pid: one.pid,
      started_at: one.startedAt,
      heartbeat_at: one.heartbeatAt,
    })),
    enabled_schedules: enabledSchedules,
    last_heartbeat_at: lastHeardOfAt,
    warning: isMissing
      ? 'No scheduler is running: nothing fires. Start one with ./ace schedule'
      : null,
  }
}

function withKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => withKeys(one, rename))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, of]) => [rename(key), withKeys(of, rename)])
  return Object.fromEntries(entries)
}

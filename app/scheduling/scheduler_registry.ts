import { hostname } from 'node:os'
import db from '@adonisjs/lucid/services/db'

/** A scheduler silent for longer than this is taken for dead. */
export const SILENT_AFTER_S = 15

/** Dead schedulers are remembered for so long. */
const REMEMBERED_DAYS = 7

/** Says that the scheduler lives; makes it known where it is not. */
export async function beatScheduler(id: string) {
  await db.rawQuery(
    `insert into schedulers (id, host_name, pid) values (?, ?, ?)
     on conflict (id) do update set heartbeat_at = now(), stopped_at = null`,
    [id, hostname(), process.pid]
  )
}

/** Says that it ended as it was told to; forgets those that ended long ago. */
export async function endScheduler(id: string) {
  await db
    .from('schedulers')
    .where('id', id)
    .update({ stopped_at: db.raw('now()') })
  await db
    .from('schedulers')
    .whereRaw(`heartbeat_at < now() - interval '${REMEMBERED_DAYS} days'`)
    .delete()
}

export interface LiveScheduler {
  id: string
  hostName: string
  pid: number
  startedAt: Date
  heartbeatAt: Date
}

export interface SchedulerStatus {
  /** Those heard of lately, the oldest first. */
  alive: LiveScheduler[]
  enabledSchedules: number
  /** Of any scheduler, also one that is gone; null: there was none. */
  lastHeardOfAt: Date | null
  /** Schedules are enabled, and nobody is there to fire them. */
  isMissing: boolean
}

/** Who keeps time now, and whether somebody is needed who does. */
export async function schedulerStatus(): Promise<SchedulerStatus> {
  const [alive, { rows }] = await Promise.all([
    liveSchedulers(),
    db.rawQuery(
      `select (select count(*) from schedules where is_enabled) as "enabledSchedules",
         (select max(heartbeat_at) from schedulers) as "lastHeardOfAt"`
    ),
  ])
  const { enabledSchedules, lastHeardOfAt } = rows[0]
  const isMissing = alive.length === 0 && enabledSchedules > 0
  return { alive, enabledSchedules, lastHeardOfAt, isMissing }
}

async function liveSchedulers(): Promise<LiveScheduler[]> {
  const { rows } = await db.rawQuery(
    `select id, host_name as "hostName", pid, started_at as "startedAt", heartbeat_at as "heartbeatAt"
     from schedulers
     where stopped_at is null and heartbeat_at > now() - interval '${SILENT_AFTER_S} seconds'
     order by started_at`
  )
  return rows
}

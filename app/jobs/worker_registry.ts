import { hostname } from 'node:os'
import db from '@adonisjs/lucid/services/db'
import { PLAIN, type Abilities } from '#jobs/lanes/abilities'
import type { Lane } from '#jobs/lanes/lane'

/** A worker silent for longer than this is shown as gone. */
export const SILENT_AFTER_S = 20

/** Makes the worker known, with the jobs that it runs at the same time in each lane, 0 where it listens to none of it. */
export async function registerWorker(
  id: string,
  slots: Record<Lane, number>,
  { tags, payloadVersion, version = null }: Abilities & { version?: string | null } = PLAIN
) {
  await db.table('workers').insert({
    ...{ id, host_name: hostname(), pid: process.pid, version },
    ...{ concurrency: slots.encode, quick_concurrency: slots.quick },
    ...{ tags: [...tags], payload_version: payloadVersion },
  })
}

/** Says that the worker lives. */
export async function beatWorker(id: string) {
  await db
    .from('workers')
    .where('id', id)
    .update({ heartbeat_at: db.raw('now()') })
}

export async function unregisterWorker(id: string) {
  await db
    .from('workers')
    .where('id', id)
    .update({ stopped_at: db.raw('now()') })
}

/** Says why the worker takes no work; null: it does. */
export async function tellIdle(id: string, reason: string | null) {
  await db.from('workers').where('id', id).update({ idle_reason: reason })
}

export interface LiveWorker {
  id: string
  hostName: string
  pid: number
  /** Of the program; null: from before workers said it. */
  version: string | null
  /** It takes jobs whose tags are all among these. */
  tags: string[]
  /** Of jobs that it understands, with all older ones. */
  payloadVersion: number
  /** Of each lane: jobs that it can run at the same time, and that it runs now. */
  lanes: Record<Lane, { slots: number; running: number }>
  startedAt: Date
  heartbeatAt: Date
  /** Why it takes no work now; null: it does. */
  idleReason: string | null
}

/** Workers that were heard of lately, with what they run. */
export async function liveWorkers(): Promise<LiveWorker[]> {
  const { rows } = await db.rawQuery(
    `select id, host_name as "hostName", pid, started_at as "startedAt",
       heartbeat_at as "heartbeatAt", idle_reason as "idleReason",
       version, tags, payload_version as "payloadVersion",
       json_build_object(
         'encode', json_build_object('slots', concurrency, 'running', ${runningIn('encode')}),
         'quick', json_build_object('slots', quick_concurrency, 'running', ${runningIn('quick')})) as lanes
     from workers
     where stopped_at is null and heartbeat_at > now() - interval '${SILENT_AFTER_S} seconds'
     order by started_at`
  )
  return rows
}

function runningIn(lane: Lane): string {
  return `(select count(*) from jobs
    where lease_owner = workers.id and status = 'running' and lane = '${lane}')`
}

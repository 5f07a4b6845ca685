import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { Exception } from '@adonisjs/core/exceptions'
import Firing from '#scheduling/firing'
import { ACTION_NAMES } from '#scheduling/catalogue'
import Schedule from '#scheduling/schedule'
import PerformAction from '#scheduling/perform_action'
import { FiringLease } from '#scheduling/firing_lease'
import { tellFiringBegun, tellFiringEnded } from '#scheduling/firing_told'
import { withIds } from '#tracing/log_ids'
import type { ActionResult } from '#scheduling/action'

/** Begun so often, each time in a scheduler that died: it is not begun again. */
const MOST_BEGUN = 5

/**
 * Firings that wait, or whose scheduler died while it ran them: of each schedule the oldest, and none while another of
 * it runs. Those of an action that this program does not know are left to a newer one.
 */
export async function waitingFirings(known: readonly string[] = ACTION_NAMES): Promise<number[]> {
  const { rows } = await db.rawQuery<{ rows: { id: number }[] }>(
    `select distinct on (schedule_id) id from firings
     where ${IS_WAITING} and not exists (
       select from firings as other where other.schedule_id = firings.schedule_id
         and other.status = 'running' and other.lease_expires_at >= now())
       and exists (select from schedules where schedules.id = schedule_id and action = any(?::text[]))
     order by schedule_id, due_at`,
    [[...known]]
  )
  return rows.map(({ id }) => id)
}

const IS_WAITING = `(status = 'pending' or (status = 'running' and lease_expires_at < now()))`

/** Runs a firing to its end, which is kept with it. Any number of processes may try: one does it. */
@inject()
export default class RunFiring {
  constructor(private performAction: PerformAction) {}

  /**
   * @param stops aborted when this process must end: the firing is left to another
   * @returns null where somebody else runs it or ran it
   */
  async handle(firingId: number, stops?: AbortSignal): Promise<Firing | null> {
    const lease = await this.#claim(firingId)
    if (!lease) return null
    const firing = await Firing.findOrFail(firingId)
    const schedule = await Schedule.findOrFail(firing.scheduleId)
    lease.keep(stops)
    try {
      const ids = { firingId, requestId: `firing-${firingId}` }
      await withIds(ids, () => this.#run({ firing, schedule, lease }))
    } finally {
      lease.end()
    }
    return firing.refresh()
  }

  async #claim(firingId: number): Promise<FiringLease | null> {
    const { rows } = await db.rawQuery(
      `update firings set status = 'running', started_at = now(), lease_token = lease_token + 1,
         lease_expires_at = now() + ${FiringLease.SPAN}
       where id = ? and ${IS_WAITING} returning lease_token, is_manual,
         extract(epoch from started_at - due_at)::float8 as late_s`,
      [firingId]
    )
    const [row] = rows
    if (!row) return null
    if (!row.is_manual) tellFiringBegun({ lateS: row.late_s })
    return new FiringLease(firingId, row.lease_token)
  }

  async #run({ firing, schedule, lease }: Run): Promise<void> {
    const { signal } = lease
    try {
      if (lease.token > MOST_BEGUN) throw new BegunTooOften(MOST_BEGUN)
      const { action, parameters } = schedule
      const context = { firingId: firing.id, dueAt: firing.dueAt.toJSDate(), signal }
      const result = await this.performAction.handle({ action, parameters }, context)
      await finish(lease, 'completed', result)
    } catch (error) {
      if (signal.aborted) return lease.handBack()
      if (!(error instanceof Exception)) {
        logger.error({ err: error, schedule: schedule.name }, 'a firing failed')
      }
      await finish(lease, 'failed', { words: (error as Error).message })
    }
  }
}

interface Run {
  firing: Firing
  schedule: Schedule
  lease: FiringLease
}

class BegunTooOften extends Exception {
  constructor(times: number) {
    super(
      `It was begun ${times} times, and each time its process died: ` +
        'look at the log of the scheduler for memory or a crash, then run the schedule again'
    )
  }
}

async function finish(
  lease: FiringLease,
  status: 'completed' | 'failed',
  { words, details = {} }: ActionResult
) {
  await lease.close({ status, result: words, details: JSON.stringify(details) })
  tellFiringEnded({ status })
}

import { setTimeout as delay } from 'node:timers/promises'
import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Firing from '#scheduling/firing'
import { FiringsByHand } from '#scheduling/firings_by_hand'
import RunFiring from '#scheduling/run_firing'
import { recordAudit } from '#accounts/audit'
import type Schedule from '#scheduling/schedule'
import type { Actor } from '#accounts/actor'

export interface RunRequest {
  schedule: Schedule
  by: Actor
  now: Date
  /** It goes on in this process after so long. Left out: waits for its end. */
  waitMs?: number
}

/** Fires a schedule besides its due times, at once, also a disabled one and where no scheduler runs. */
@inject()
export default class RunScheduleNow {
  constructor(
    private runFiring: RunFiring,
    private byHand: FiringsByHand
  ) {}

  /**
   * @returns the firing with what it did; still running where that takes longer than is waited, or where a scheduler
   *   was quicker to take it; pending where this process must end: a scheduler takes it
   */
  async handle(request: RunRequest): Promise<Firing> {
    const firing = await db.transaction((trx) => this.#insert(trx, request))
    const run = this.byHand.keep(this.runFiring.handle(firing.id, this.byHand.signal))
    if (request.waitMs === undefined) return (await run) ?? firing.refresh()
    run.catch((error) => logger.error({ err: error, firingId: firing.id }, 'a firing was left'))
    await Promise.race([run, delay(request.waitMs, undefined, { ref: false })])
    return firing.refresh()
  }

  async #insert(trx: TransactionClientContract, { schedule, by, now }: RunRequest) {
    const due = { scheduleId: schedule.id, dueAt: DateTime.fromJSDate(now) }
    const firing = await Firing.firstOrCreate(
      due,
      { isManual: true, status: 'pending' },
      { client: trx }
    )
    const subject = { type: 'schedule', id: schedule.id }
    await recordAudit(
      { by, action: 'schedule.run', subject, details: { name: schedule.name } },
      trx
    )
    return firing
  }
}

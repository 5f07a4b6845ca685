import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Firing from '#scheduling/firing'
import RunFiring from '#scheduling/run_firing'
import { recordAudit } from '#accounts/audit'
import type Schedule from '#scheduling/schedule'
import type { Actor } from '#accounts/actor'

/** Fires a schedule besides its due times, at once, also a disabled one and where no scheduler runs. */
@inject()
export default class RunScheduleNow {
  constructor(private runFiring: RunFiring) {}

  /** @returns the firing with what it did; still running where a scheduler was quicker to take it */
  async handle(request: { schedule: Schedule; by: Actor; now: Date }): Promise<Firing> {
    const firing = await db.transaction((trx) => this.#insert(trx, request))
    return (await this.runFiring.handle(firing.id)) ?? firing.refresh()
  }

  async #insert(
    trx: TransactionClientContract,
    { schedule, by, now }: { schedule: Schedule; by: Actor; now: Date }
  ) {
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

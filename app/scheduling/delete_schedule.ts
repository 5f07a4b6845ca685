import db from '@adonisjs/lucid/services/db'
import Schedule from '#scheduling/schedule'
import { recordAudit } from '#accounts/audit'
import { ScheduleFiring } from '#scheduling/errors'
import type { Actor } from '#accounts/actor'

export interface ScheduleDeletion {
  schedule: Schedule
  /** Called with the schedule as nobody else can change it any more; what it throws stops the deletion. */
  check?: (schedule: Schedule) => void
  by: Actor
}

/** Deletes a schedule with the history of its firings; what they started stays. @throws ScheduleFiring */
export async function deleteSchedule({ schedule, check, by }: ScheduleDeletion) {
  await db.transaction(async (trx) => {
    const row = await Schedule.query({ client: trx }).where('id', schedule.id).forUpdate().first()
    if (!row) return
    check?.(row)
    const running = await trx
      .from('firings')
      .where({ schedule_id: row.id, status: 'running' })
      .whereRaw('lease_expires_at >= now()')
      .first()
    if (running) throw new ScheduleFiring(row.name)
    const { name, cron, timeZone, action, parameters } = row
    await row.delete()
    const subject = { type: 'schedule', id: schedule.id }
    const details = { name, cron, timeZone, action, parameters }
    await recordAudit({ by, action: 'schedule.deleted', subject, details }, trx)
  })
}

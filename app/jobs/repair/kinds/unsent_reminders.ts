import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import SendReminders from '#jobs/life/send_reminders'
import { IN_LINE } from '#jobs/lanes/in_line'
import { remindersByLane, type UnremindedJobs } from '#jobs/repair/unreminded_jobs'
import { ROWS_A_ROUND, type Repair } from '#jobs/repair/repair'

/** Whoever made the row may be about to send its reminder. */
const GRACE_S = 5

/** Jobs of which the queue was never told: it was away, or somebody died between the row and the reminder. */
@inject()
export default class UnsentReminders implements Repair<UnremindedJobs> {
  readonly kind = 'unsent_reminders'
  readonly action = 'jobs.reminded'
  readonly everyS = 4

  constructor(private reminders: SendReminders) {}

  async find(): Promise<UnremindedJobs[]> {
    const rows = await db
      .from('jobs')
      .select('id', 'lane')
      .whereRaw(IN_LINE)
      .whereNull('reminded_at')
      .whereRaw(`queued_at < now() - interval '${GRACE_S} seconds'`)
      .orderBy('created_at')
      .limit(ROWS_A_ROUND)
    return remindersByLane(rows, 'the queue was never told of')
  }

  async repair({ jobIds }: UnremindedJobs) {
    return (await this.reminders.handle(jobIds)) > 0
  }
}

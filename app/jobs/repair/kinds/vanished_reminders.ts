import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import SendReminders from '#jobs/life/send_reminders'
import { JobQueue, type SentReminder } from '#jobs/job_queue'
import { IN_LINE } from '#jobs/lanes/in_line'
import { remindersByLane, type UnremindedJobs } from '#jobs/repair/unreminded_jobs'
import { ROWS_A_ROUND, type Repair } from '#jobs/repair/repair'
import type { Lane } from '#jobs/lanes/lane'

interface SentRow {
  id: string
  reminder_id: string
  lane: Lane
}

/**
 * Jobs whose reminder was sent and is nowhere: the queue was emptied or restarted without its memory. A lane that works
 * or is stopped uses reminders up and needs none; only one at rest is woken.
 */
@inject()
export default class VanishedReminders implements Repair<UnremindedJobs> {
  readonly kind = 'vanished_reminders'
  readonly action = 'jobs.reminded'
  readonly everyS = 4

  constructor(
    private reminders: SendReminders,
    private queue: JobQueue
  ) {}

  async find(): Promise<UnremindedJobs[]> {
    const { rows } = await db.rawQuery<{ rows: SentRow[] }>(SENT_TO_LANES_AT_REST)
    const sent = rows.map(({ reminder_id: id, lane }): SentReminder => ({ id, lane }))
    const missing = new Set((await this.queue.missing(sent)).map(({ id }) => id))
    const vanished = rows.filter((row) => missing.has(row.reminder_id))
    return remindersByLane(vanished, 'the queue forgot')
  }

  async repair({ jobIds }: UnremindedJobs) {
    return (await this.reminders.handle(jobIds)) > 0
  }
}

const SENT_TO_LANES_AT_REST = `
  select id, reminder_id, lane from jobs
  where ${IN_LINE} and reminded_at < now() - interval '20 seconds'
    and not exists (
      select from jobs busy where busy.status = 'running' and busy.lane = jobs.lane)
    and not exists (
      select from lanes where name in ('all', jobs.lane)
        and (paused_at is not null or breaker_until > now()))
  order by reminded_at limit ${ROWS_A_ROUND}`

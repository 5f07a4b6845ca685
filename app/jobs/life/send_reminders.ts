import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { IN_LINE } from '#jobs/lanes/in_line'
import { JobQueue, type Reminder } from '#jobs/job_queue'
import { QueueUnreachable } from '#jobs/errors'
import { inSpan } from '#tracing/tracer'

/** The queue answers within its time for so many, however busy the machine is. */
const AT_ONCE = 1_000

/**
 * Reminds the queue of jobs that wait. Call it after the commit: safe to call twice, and a queue that
 * does not answer is no error, for the reconciler calls it again.
 */
@inject()
export default class SendReminders {
  constructor(private queue: JobQueue) {}

  /** Where the queue stops answering on the way, the rest is left out. @returns how many were sent */
  async handle(jobIds: string[]): Promise<number> {
    let sent = 0
    for (let at = 0; at < jobIds.length; at += AT_ONCE) {
      const chunk = jobIds.slice(at, at + AT_ONCE)
      const sentNow = await this.#send(chunk)
      if (sentNow === null) break
      sent += sentNow
    }
    return sent
  }

  /** @returns how many were sent, null where the queue does not answer */
  async #send(jobIds: string[]): Promise<number | null> {
    const reminders = await this.#remindersFor(jobIds)
    if (reminders.length === 0) return 0
    try {
      const span = { name: 'send reminders', kind: 'producer' } as const
      const attributes = { 'messaging.batch.message_count': reminders.length }
      await inSpan({ ...span, attributes }, () => this.queue.send(reminders))
    } catch (error) {
      if (!(error instanceof QueueUnreachable)) throw error
      logger.warn({ jobs: reminders.length }, error.message)
      return null
    }
    await this.#markSent(reminders)
    return reminders.length
  }

  async #remindersFor(jobIds: string[]): Promise<Reminder[]> {
    const rows = await db
      .from('jobs')
      .select('id', 'attempt_count', 'lane')
      .select(db.raw('greatest(0, extract(epoch from due_at - now()) * 1000)::int as delay_ms'))
      .whereRaw('id = any(?::uuid[])', [jobIds])
      .whereRaw(IN_LINE)
    const sending = Date.now().toString(36)
    return rows.map((row) => ({
      id: `${row.id}_${row.attempt_count}_${sending}`,
      jobId: row.id,
      lane: row.lane,
      delayMs: row.delay_ms,
    }))
  }

  async #markSent(reminders: Reminder[]) {
    await db.rawQuery(
      `update jobs set reminder_id = sent.reminder_id, reminded_at = now()
       from unnest(?::uuid[], ?::text[]) as sent (id, reminder_id)
       where jobs.id = sent.id and jobs.status = 'queued'`,
      [reminders.map((one) => one.jobId), reminders.map((one) => one.id)]
    )
  }
}

import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { superviseLanes } from '#jobs/lanes/supervise_lanes'
import SuperviseBatches from '#jobs/batches/supervise_batches'
import SendReminders from '#jobs/life/send_reminders'
import { JobQueue, type SentReminder } from '#jobs/job_queue'
import { QueueUnreachable } from '#jobs/errors'
import { Scratch } from '#jobs/repair/scratch'
import { declareLost } from '#jobs/life/end_attempt'
import { mediakeep } from '#accounts/actor'
import { recordAudit } from '#accounts/audit'

/** Rows looked at in one go; what is more comes a few seconds later. */
const ROWS_A_ROUND = 1000

/** A reminder sent longer ago than this is checked to be still on its way. */
const CHECK_REMINDER_AFTER_S = 20

export interface Repairs {
  lostWorkers: number
  remindersSent: number
  scratchFoldersRemoved: number
  batchesChanged: number
  lanesChanged: number
}

/**
 * Repairs what crashes, restarts and an emptied queue leave behind. Any number of processes may call it
 * at once: each repair is a conditional update that one of them wins.
 */
@inject()
export default class Reconcile {
  constructor(
    private reminders: SendReminders,
    private queue: JobQueue,
    private scratch: Scratch,
    private batches: SuperviseBatches
  ) {}

  async handle(): Promise<Repairs> {
    const lostWorkers = await this.#releaseLostJobs()
    const remindersSent = await this.#remindAgain()
    const scratchFoldersRemoved = await this.scratch.clean()
    const batchesChanged = await this.batches.handle()
    const lanesChanged = await superviseLanes()
    return { lostWorkers, remindersSent, scratchFoldersRemoved, batchesChanged, lanesChanged }
  }

  async #releaseLostJobs(): Promise<number> {
    const expired = await db
      .from('jobs')
      .select('id', 'lease_token', 'lease_owner')
      .where('status', 'running')
      .whereRaw('lease_expires_at < now()')
      .limit(ROWS_A_ROUND)
    let released = 0
    for (const job of expired) {
      if (!(await declareLost(job.id, job.lease_token))) continue
      released += 1
      await this.#tell(job.id, job.lease_owner)
    }
    return released
  }

  async #tell(jobId: string, workerId: string) {
    logger.warn({ jobId, workerId }, 'the lease ran out: the job is taken from its worker')
    const subject = { type: 'job', id: jobId }
    await recordAudit({
      by: mediakeep('system'),
      action: 'job.worker_lost',
      subject,
      details: { workerId },
    })
  }

  async #remindAgain(): Promise<number> {
    const unsent = await db
      .from('jobs')
      .select('id')
      .where({ status: 'queued', is_held: false })
      .whereNull('reminded_at')
      .orderBy('created_at')
      .limit(ROWS_A_ROUND)
    const vanished = await this.#withVanishedReminder()
    return this.reminders.handle([...unsent.map((row): string => row.id), ...vanished])
  }

  async #withVanishedReminder(): Promise<string[]> {
    const sent = await db
      .from('jobs')
      .select('id', 'reminder_id', 'lane')
      .where({ status: 'queued', is_held: false })
      .whereRaw(`reminded_at < now() - interval '${CHECK_REMINDER_AFTER_S} seconds'`)
      .orderBy('reminded_at')
      .limit(ROWS_A_ROUND)
    const reminders = sent.map(({ reminder_id: id, lane }): SentReminder => ({ id, lane }))
    const missing = new Set((await this.#missing(reminders)).map(({ id }) => id))
    return sent.filter((row) => missing.has(row.reminder_id)).map((row) => row.id)
  }

  async #missing(reminders: SentReminder[]) {
    try {
      return await this.queue.missing(reminders)
    } catch (error) {
      if (error instanceof QueueUnreachable) return []
      throw error
    }
  }
}

import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import { validate } from 'uuid'
import { JobQueue, type WaitingReminder } from '#jobs/job_queue'
import { LANES } from '#jobs/lanes/lane'
import { counted, someOf, type Finding, type Repair } from '#jobs/repair/repair'

interface StaleInLane extends Finding {
  reminders: WaitingReminder[]
}

/** Entries in the queue whose job is gone or has ended. They do no harm, but people who look at the queue believe them. */
@inject()
export default class StaleReminders implements Repair<StaleInLane> {
  readonly kind = 'stale_reminders'
  readonly action = 'reminders.withdrawn'
  readonly everyS = 60

  constructor(private queue: JobQueue) {}

  async find(): Promise<StaleInLane[]> {
    const waiting = await this.queue.waiting()
    const active = await activeAmong(waiting.map(({ jobId }) => jobId))
    const stale = waiting.filter(({ jobId }) => !active.has(jobId))
    return LANES.flatMap((lane) => findingOf(lane, stale))
  }

  async repair({ reminders }: StaleInLane) {
    await this.queue.withdraw(reminders)
    return (await this.queue.missing(reminders)).length > 0
  }
}

function findingOf(lane: string, stale: WaitingReminder[]): StaleInLane[] {
  const reminders = stale.filter((one) => one.lane === lane)
  if (reminders.length === 0) return []
  const [{ jobId }] = reminders
  const count = reminders.length
  return [
    {
      subject: { type: 'lane', id: lane },
      what: `In the lane ${lane} ${counted(count, 'reminder')} of jobs that are gone or ended, such as ${jobId}`,
      details: { count, jobIds: someOf(reminders.map((one) => one.jobId)) },
      reminders,
    },
  ]
}

async function activeAmong(jobIds: string[]): Promise<Set<string>> {
  const rows = await db
    .from('jobs')
    .select('id')
    .whereIn('status', ['queued', 'running'])
    .whereRaw('id = any(?::uuid[])', [jobIds.filter((id) => validate(id))])
  return new Set(rows.map((row): string => row.id))
}

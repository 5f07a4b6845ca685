import db from '@adonisjs/lucid/services/db'
import { JOB_STATUSES, type JobStatus } from '#jobs/job_state'
import { countsByKey, sumOfTallies, tallies } from '#videos/tallies'

export interface JobTotals {
  /** All that there are, and by status. */
  total: number
  byStatus: Record<JobStatus, number>
  /** Failed for good, and nobody retried or dismissed them. */
  deadLetters: number
  /** Over the last hour. */
  completedPerMinute: number
}

/** How many jobs there are, and how quickly they are done. */
export async function jobTotals(): Promise<JobTotals> {
  const [jobs, letters, { rows }] = await Promise.all([
    tallies('jobs'),
    tallies('dead_letters'),
    db.rawQuery(
      `select count(*) as n from jobs
       where finished_at > now() - interval '1 hour' and status = 'completed'`
    ),
  ])
  const counted = countsByKey<JobStatus>(jobs)
  const byStatus = Object.fromEntries(JOB_STATUSES.map((status) => [status, counted[status] ?? 0]))
  return {
    total: sumOfTallies(jobs).n,
    byStatus: byStatus as Record<JobStatus, number>,
    deadLetters: sumOfTallies(letters).n,
    completedPerMinute: Number(rows[0].n) / 60,
  }
}

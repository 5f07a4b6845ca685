import db from '@adonisjs/lucid/services/db'
import { ROWS_A_ROUND, type Finding, type Repair } from '#jobs/repair/repair'

interface OpenAttempt extends Finding {
  attemptId: number
}

const MOVED_ON = `attempts.status = 'running' and not exists (
  select from jobs where jobs.id = attempts.job_id
    and jobs.status = 'running' and jobs.lease_token = attempts.lease_token)`

/** Attempts that are said to run though their job went on without them: somebody changed the job by hand. */
export default class OpenAttempts implements Repair<OpenAttempt> {
  readonly kind = 'open_attempts'
  readonly action = 'attempt.closed'
  readonly everyS = 0

  async find(): Promise<OpenAttempt[]> {
    const rows = await db
      .from('attempts')
      .select('id', 'number', 'job_id')
      .whereRaw(MOVED_ON)
      .limit(ROWS_A_ROUND)
    return rows.map((row) => ({
      subject: { type: 'job', id: row.job_id },
      what: `Attempt ${row.number} of job ${row.job_id} is open though the job went on without it`,
      details: { attempt: row.number },
      attemptId: row.id,
    }))
  }

  async repair({ attemptId }: OpenAttempt) {
    const closed = await db
      .from('attempts')
      .where('id', attemptId)
      .whereRaw(MOVED_ON)
      .update({ status: 'lost', cause: 'WORKER_LOST', finished_at: db.raw('now()') })
    return Number(closed) > 0
  }
}

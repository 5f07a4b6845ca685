import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { LEASE_S, type JobLease, type JobOrigin } from '#jobs/life/job_lease'
import { IN_LINE } from '#jobs/lanes/in_line'
import { tellJobTaken } from '#jobs/life/job_taken'
import { moveJob } from '#jobs/life/move_job'

/**
 * Takes a waiting job for a worker.
 *
 * @returns null where there is nothing to take: another worker has it, it was cancelled, or it is not due
 */
export async function claimJob(jobId: string, workerId: string): Promise<JobLease | null> {
  return db.transaction((trx) => takeJob(trx, jobId, workerId))
}

/** The claim within the caller's transaction. @returns null as claimJob */
export async function takeJob(
  trx: TransactionClientContract,
  jobId: string,
  workerId: string
): Promise<JobLease | null> {
  const row = await moveJob(trx, {
    jobId,
    from: 'queued',
    to: 'running',
    where: `due_at <= now() and ${IN_LINE}`,
    set: {
      lease_token: db.knexRawQuery('lease_token + 1'),
      lease_owner: workerId,
      lease_expires_at: db.knexRawQuery(`now() + interval '${LEASE_S} seconds'`),
      attempt_count: db.knexRawQuery('attempt_count + 1'),
      started_at: db.knexRawQuery('now()'),
      phase: 'probe',
      attempt_progress: 0,
    },
  })
  if (!row) return null
  const { rows } = await trx.rawQuery(
    `insert into attempts (job_id, worker_id, number, lease_token)
     values (?, ?, ?, ?) returning id`,
    [jobId, workerId, row.attempt_count, row.lease_token]
  )
  await tellJobTaken(trx, row)
  return { jobId, token: row.lease_token, attemptId: rows[0].id, origin: originOf(row) }
}

function originOf(row: ClaimedRow): JobOrigin {
  return {
    attempt: row.attempt_count,
    videoId: row.video_id,
    requestId: row.request_id,
    traceParent: row.trace_parent,
    isOfBatch: row.batch_id !== null,
    waitedMs: Math.max(
      0,
      Number(row.started_at) - Math.max(Number(row.due_at), Number(row.queued_at))
    ),
  }
}

interface ClaimedRow {
  attempt_count: number
  video_id: number
  request_id: string | null
  trace_parent: string | null
  batch_id: number | null
  started_at: Date
  due_at: Date
  queued_at: Date
}

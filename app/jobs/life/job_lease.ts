import db from '@adonisjs/lucid/services/db'
import type { JobPhase } from '#jobs/job_state'

/** Seconds for which a claim holds; a worker that says nothing for so long is taken for dead. */
export const LEASE_S = 15

/** The right to work on a job, and to publish for it, as long as the token is the newest. */
export interface JobLease {
  jobId: string
  token: number
  attemptId: number
  /** As the claim found it; left out where a lease is put together of its parts. */
  origin?: JobOrigin
}

/** What the job's lines in the log and its spans say of it. */
export interface JobOrigin {
  /** 1 for the first. */
  attempt: number
  videoId: number
  /** Of the request that asked; null: none did. */
  requestId: string | null
  /** The span in which it was asked for. */
  traceParent: string | null
  isOfBatch: boolean
  /** Since it was due. */
  waitedMs: number
}

export type LeaseState = 'held' | 'pause_requested' | 'cancel_requested' | 'lost'

/** Prolongs the lease, tells how far the job is and whether it stands still. One statement, so that it can be sent every second. */
export async function renewLease(
  lease: JobLease,
  at: { phase: JobPhase; progress: number }
): Promise<LeaseState> {
  const [row] = await db
    .from('jobs')
    .where({ id: lease.jobId, status: 'running', lease_token: lease.token })
    .update(
      {
        lease_expires_at: db.knexRawQuery(`now() + interval '${LEASE_S} seconds'`),
        phase: at.phase,
        progress: db.knexRawQuery('greatest(progress, ?)', [at.progress]),
        attempt_progress: db.knexRawQuery('greatest(attempt_progress, ?)', [at.progress]),
        paused_at: db.knexRawQuery(
          'case when pause_requested_at is not null then coalesce(paused_at, now()) end'
        ),
        updated_at: db.knexRawQuery('now()'),
      },
      ['cancel_requested_at', 'pause_requested_at']
    )
  if (!row) return 'lost'
  if (row.cancel_requested_at) return 'cancel_requested'
  return row.pause_requested_at ? 'pause_requested' : 'held'
}

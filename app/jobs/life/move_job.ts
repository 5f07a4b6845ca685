import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isLegalMove, type JobStatus } from '#jobs/job_state'

export interface JobMove {
  jobId: string
  from: JobStatus
  to: JobStatus
  /** Where given, the move is made only by the holder of this lease. */
  leaseToken?: number
  /** Further conditions, as SQL without bindings. */
  where?: string
  set?: Record<string, unknown>
}

/** What a move itself says about the row; times are the database's. */
export const COLUMNS_BY_TARGET: Record<JobStatus, () => Record<string, unknown>> = {
  running: () => ({ finished_at: null }),
  completed: ended,
  failed: ended,
  cancelled: ended,
  queued: () => ({
    ...free,
    finished_at: null,
    phase: null,
    paused_at: db.knexRawQuery(STILL_PAUSED),
    reminder_id: null,
    reminded_at: null,
    cancel_requested_at: null,
    dismissed_at: null,
    dismissed_by: null,
    queued_at: db.knexRawQuery('now()'),
  }),
}

const free = { lease_owner: null, lease_expires_at: null }

const STILL_PAUSED = 'case when pause_requested_at is not null then coalesce(paused_at, now()) end'

function ended() {
  return {
    ...free,
    ...{ pause_requested_at: null, pause_requested_by: null, paused_at: null },
    is_held: false, // its batch may have let go of the others when somebody retries it
    ...{ phase: null, finished_at: db.knexRawQuery('now()') },
  }
}

/**
 * Moves a job, and its video's status with it, in the caller's transaction.
 *
 * @returns the row as it stands now, or null where somebody else was first
 */
export async function moveJob(trx: TransactionClientContract, move: JobMove) {
  if (!isLegalMove(move.from, move.to)) {
    throw new Error(`A job cannot go from ${move.from} to ${move.to}`)
  }
  await lockVideoOf(trx, move.jobId)
  const update = trx
    .query()
    .from('jobs')
    .where({ id: move.jobId, status: move.from })
    .if(move.leaseToken !== undefined, (query) => query.where('lease_token', move.leaseToken!))
    .if(move.where, (query) => query.whereRaw(move.where!))
    .update(
      {
        status: move.to,
        updated_at: db.knexRawQuery('now()'),
        ...COLUMNS_BY_TARGET[move.to](),
        ...move.set,
      },
      '*'
    )
  const [row] = await update
  if (!row) return null
  await refreshVideoStatuses(trx, [row.video_id])
  return row
}

/** Jobs of one video move one after the other: always the video's row first, then the job's. */
export async function lockVideoOf(trx: TransactionClientContract, jobId: string) {
  await trx.rawQuery(
    'select id from videos where id = (select video_id from jobs where id = ?) for update',
    [jobId]
  )
}

/** Says in each video's status what its jobs say: what runs, else what waits, else what ended last. */
export async function refreshVideoStatuses(trx: TransactionClientContract, videoIds: number[]) {
  await trx.rawQuery(
    `update videos set updated_at = now(), status = coalesce((
       select case
         when bool_or(status = 'running') then 'processing'
         when bool_or(status = 'queued') then 'queued'
         else (array_agg(status order by finished_at desc))[1]
       end
       from jobs where video_id = videos.id), 'pending')
     where id = any(?::int[])`,
    [videoIds]
  )
}

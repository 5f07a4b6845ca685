import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { isLegalMove, type JobStatus } from '#jobs/job_state'
import { COLUMNS_BY_TARGET, refreshVideoStatuses } from '#jobs/life/move_job'

export interface ManyMoves {
  jobIds: string[]
  from: JobStatus
  to: JobStatus
  set?: Record<string, unknown>
}

/**
 * Moves many jobs in the caller's transaction, with the statuses of their videos; jobs that are no longer in `from`
 * are passed over.
 *
 * @returns the ids of those that were moved, in the order given
 */
export async function moveJobs(trx: TransactionClientContract, move: ManyMoves): Promise<string[]> {
  if (!isLegalMove(move.from, move.to)) {
    throw new Error(`Jobs cannot go from ${move.from} to ${move.to}`)
  }
  await lockVideosOf(trx, move.jobIds)
  const rows = await trx
    .query()
    .from('jobs')
    .whereRaw('id = any(?::uuid[])', [move.jobIds])
    .where('status', move.from)
    .update(
      {
        status: move.to,
        updated_at: db.knexRawQuery('now()'),
        ...COLUMNS_BY_TARGET[move.to](),
        ...move.set,
      },
      ['id', 'video_id']
    )
  await refreshVideoStatuses(
    trx,
    rows.map((row: { video_id: number }) => row.video_id)
  )
  const moved = new Set(rows.map((row: { id: string }) => row.id))
  return move.jobIds.filter((id) => moved.has(id))
}

/** Videos before jobs, and in the order of their ids, as everybody locks them. */
export async function lockVideosOf(trx: TransactionClientContract, jobIds: string[]) {
  await trx.rawQuery(
    `select id from videos
     where id in (select video_id from jobs where id = any(?::uuid[]))
     order by id for update`,
    [jobIds]
  )
}

import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { moveJobs } from '#jobs/life/move_jobs'
import type { SentReminder } from '#jobs/job_queue'
import type { Actor } from '#accounts/actor'

export interface StoppedJobs {
  /** Videos whose jobs were stopped or asked to stop. */
  videoIds: number[]
  /** Of what waited; to be withdrawn after the commit. */
  reminders: SentReminder[]
}

/** Cancels what waits for these videos and asks the workers of what runs, in the caller's transaction. */
export async function stopJobsOf(
  trx: TransactionClientContract,
  videoIds: number[],
  by: Actor
): Promise<StoppedJobs> {
  await lockVideos(trx, videoIds)
  const waiting: WaitingRow[] = await trx
    .from('jobs')
    .whereRaw('video_id = any(?::int[])', [videoIds])
    .where('status', 'queued')
    .select('reminder_id', 'lane', 'id', 'video_id')
  const jobIds = waiting.map(({ id }) => id)
  const set = { cancelled_by: by.name, is_held: false }
  await moveJobs(trx, { jobIds, from: 'queued', to: 'cancelled', set })
  const asked = await askWorkers(trx, videoIds, by)
  return {
    videoIds: [...new Set([...waiting.map((row) => row.video_id), ...asked])],
    reminders: waiting.flatMap(({ reminder_id: id, lane }) => (id ? [{ id, lane }] : [])),
  }
}

interface WaitingRow {
  id: string
  video_id: number
  reminder_id: string | null
  lane: SentReminder['lane']
}

/** In the order of their ids, as everybody locks them. */
export async function lockVideos(trx: TransactionClientContract, videoIds: number[]) {
  await trx.rawQuery('select id from videos where id = any(?::int[]) order by id for update', [
    videoIds,
  ])
}

/** @returns the videos of jobs that were not asked before */
async function askWorkers(trx: TransactionClientContract, videoIds: number[], by: Actor) {
  const rows = await trx
    .query()
    .from('jobs')
    .whereRaw('video_id = any(?::int[])', [videoIds])
    .where('status', 'running')
    .whereNull('cancel_requested_at')
    .update({ cancel_requested_at: db.knexRawQuery('now()'), cancelled_by: by.name }, ['video_id'])
  return rows.map((row: { video_id: number }): number => row.video_id)
}

import db from '@adonisjs/lucid/services/db'
import Batch from '#jobs/batches/batch'
import { pageDown, type ListPage, type PageAfter } from '#videos/keyset_query'
import { JOB_STATUSES, type JobStatus } from '#jobs/job_state'

export type JobsByStatus = Record<JobStatus, number>

/** Batches with their preset, the newest first, a page at a time. */
export function listBatches({ page, perPage }: { page: number; perPage: number }) {
  return Batch.query()
    .preload('presetVersion', (version) => version.preload('preset'))
    .orderBy('id', 'desc')
    .paginate(page, perPage)
}

/** By what batches are walked. */
export const BATCHES_DOWN = { expression: 'id', type: 'bigint', idType: 'integer' } as const

/** The same, from one page to the next. */
export function walkBatches(page: PageAfter): Promise<ListPage<Batch>> {
  const withPreset = Batch.query().preload('presetVersion', (version) => version.preload('preset'))
  return pageDown(withPreset, BATCHES_DOWN, page)
}

/** How many jobs of each batch are in each status. */
export async function countJobsOf(batchIds: number[]): Promise<Map<number, JobsByStatus>> {
  const rows = await db
    .from('jobs')
    .select('batch_id', 'status')
    .count('* as n')
    .whereIn('batch_id', batchIds)
    .groupBy('batch_id', 'status')
  const counts = new Map(batchIds.map((id) => [id, noJobs()]))
  for (const row of rows) counts.get(row.batch_id)![row.status as JobStatus] = Number(row.n)
  return counts
}

function noJobs(): JobsByStatus {
  return Object.fromEntries(JOB_STATUSES.map((status) => [status, 0])) as JobsByStatus
}

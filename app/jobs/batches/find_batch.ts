import db from '@adonisjs/lucid/services/db'
import Batch from '#jobs/batches/batch'
import { BatchNotFound } from '#jobs/errors'
import { JOB_STATUSES, type JobStatus } from '#jobs/job_state'

const MAX_ID = 2_147_483_647

/** The batch of that id, given as people type it. @throws BatchNotFound, also for what is no id */
export async function findBatch(id: number | string): Promise<Batch> {
  const number = Number(id)
  const isId = Number.isInteger(number) && number > 0 && number <= MAX_ID
  const batch = isId ? await Batch.find(number) : null
  if (!batch) throw new BatchNotFound(id)
  return batch
}

/** How many jobs of the batch are in each status. */
export async function countBatchJobs(batchId: number): Promise<Record<JobStatus, number>> {
  const rows = await db
    .from('jobs')
    .select('status')
    .count('* as n')
    .where('batch_id', batchId)
    .groupBy('status')
  const counts = Object.fromEntries(JOB_STATUSES.map((status) => [status, 0]))
  for (const row of rows) counts[row.status] = row.n
  return counts as Record<JobStatus, number>
}

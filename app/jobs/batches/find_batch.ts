import Batch from '#jobs/batches/batch'
import { BatchNotFound } from '#jobs/errors'
import { countJobsOf, type JobsByStatus } from '#jobs/reports/list_batches'

const MAX_ID = 2_147_483_647

/** The batch of that id with its preset, given as people type it. @throws BatchNotFound, also for what is no id */
export async function findBatch(id: number | string): Promise<Batch> {
  const number = Number(id)
  const isId = Number.isInteger(number) && number > 0 && number <= MAX_ID
  const batch = isId
    ? await Batch.query()
        .where('id', number)
        .preload('presetVersion', (version) => version.preload('preset'))
        .first()
    : null
  if (!batch) throw new BatchNotFound(id)
  return batch
}

/** How many jobs of the batch are in each status. */
export async function countBatchJobs(batchId: number): Promise<JobsByStatus> {
  return (await countJobsOf([batchId])).get(batchId)!
}

import { inject } from '@adonisjs/core'
import Batch from '#jobs/batches/batch'
import SuperviseBatches from '#jobs/batches/supervise_batches'
import type { Finding, Repair } from '#jobs/repair/repair'

interface UnfinishedBatch extends Finding {
  batch: Batch
}

const NONE_ACTIVE = `not exists (
  select from jobs where jobs.batch_id = batches.id and (
    jobs.status in ('queued', 'running') or jobs.finished_at > now() - interval '5 seconds'))`

/** Batches whose last job ended without anybody noting it. */
@inject()
export default class UnfinishedBatches implements Repair<UnfinishedBatch> {
  readonly kind = 'unfinished_batches'
  readonly action = 'batch.finished'
  readonly everyS = 30

  constructor(private supervise: SuperviseBatches) {}

  async find(): Promise<UnfinishedBatch[]> {
    const batches = await Batch.query().whereNull('finished_at').whereRaw(NONE_ACTIVE)
    return batches.map((batch) => ({
      subject: { type: 'batch', id: batch.id },
      what: `Batch ${batch.id} is open though all of its jobs ended`,
      batch,
    }))
  }

  repair({ batch }: UnfinishedBatch) {
    return this.supervise.one(batch)
  }
}

import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { batchJson } from '#http/transformers/batch_json'
import { pauseValidator, priorityValidator } from '#http/validators/api/batches'
import { cancelBatch } from '#jobs/batches/cancel_batch'
import { countBatchJobs, findBatch } from '#jobs/batches/find_batch'
import { holdBatch } from '#jobs/batches/hold_batch'
import ReleaseBatch from '#jobs/batches/release_batch'
import { setBatchPriority } from '#jobs/batches/set_batch_priority'

/** Stopping a batch for a while or for good, and its turn. */
@inject()
export default class BatchLifeController {
  constructor(private releaseBatch: ReleaseBatch) {}

  async pause(ctx: HttpContext) {
    const { id } = await findBatch(ctx.params.id)
    const { reason } = await ctx.request.validateUsing(pauseValidator)
    const by = apiActor(ctx)
    await holdBatch({ batchId: id, by, reason: reason ?? `Paused by ${by.name}` })
    return batchNow(id)
  }

  /** Also lets go what waits behind the canary. */
  async release(ctx: HttpContext) {
    const { id } = await findBatch(ctx.params.id)
    await this.releaseBatch.handle({ batchId: id, by: apiActor(ctx) })
    return batchNow(id)
  }

  async cancel(ctx: HttpContext) {
    const { id } = await findBatch(ctx.params.id)
    await cancelBatch({ batchId: id, by: apiActor(ctx) })
    ctx.response.status(202)
    return batchNow(id)
  }

  async update(ctx: HttpContext) {
    const { id } = await findBatch(ctx.params.id)
    const { priority } = await ctx.request.validateUsing(priorityValidator)
    await setBatchPriority({ batchId: id, priority, by: apiActor(ctx) })
    return batchNow(id)
  }
}

async function batchNow(id: number) {
  return batchJson(await findBatch(id), await countBatchJobs(id))
}

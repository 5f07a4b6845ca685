import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { batchRequest } from '#http/controllers/batch_request'
import { batchJson, batchPreviewJson } from '#http/transformers/batch_json'
import { pageAfter } from '#http/lists/list_cursor'
import { listJson } from '#http/lists/list_json'
import { keyedRequestOf } from '#http/idempotency/answer_once'
import { listBatchesValidator, startBatchValidator } from '#http/validators/api/batches'
import type Batch from '#jobs/batches/batch'
import { previewBatch } from '#jobs/batches/preview_batch'
import StartBatch from '#jobs/batches/start_batch'
import { countBatchJobs, findBatch } from '#jobs/batches/find_batch'
import { BATCHES_DOWN, countJobsOf, walkBatches } from '#jobs/reports/list_batches'

const ORDER = { name: '-id', ...BATCHES_DOWN }

/** The jobs that one request starts. */
@inject()
export default class BatchesController {
  constructor(private startBatch: StartBatch) {}

  async index(ctx: HttpContext) {
    const { request } = ctx
    const asked = await request.validateUsing(listBatchesValidator, { data: request.qs() })
    const page = pageAfter(asked, ORDER)
    const batches = await walkBatches(page)
    const counts = await countJobsOf(batches.items.map(({ id }) => id))
    const itemJson = (batch: Batch) => batchJson(batch, counts.get(batch.id)!)
    return listJson(ctx, batches, { order: ORDER, ...page, itemJson })
  }

  async show({ params }: HttpContext) {
    const batch = await findBatch(params.id)
    return batchJson(batch, await countBatchJobs(batch.id))
  }

  /** 202 with the batch; with `dry_run` 200 and what it would be. */
  async store(ctx: HttpContext) {
    const asked = await startBatchValidator.validate(ctx.request.body())
    if (asked.dry_run) return batchPreviewJson(await previewBatch(batchRequest(asked)))
    const keyed = keyedRequestOf(ctx) // after a crash it comes again, and gets the batch that stands
    const idempotencyKey = keyed ? `${keyed.key} (request ${keyed.id})` : undefined
    const request = { ...batchRequest(asked), idempotencyKey, by: apiActor(ctx) }
    const { batch } = await this.startBatch.handle(request)
    ctx.response.status(202).header('location', `/api/v1/batches/${batch.id}`)
    return batchJson(await findBatch(batch.id), await countBatchJobs(batch.id))
  }
}

import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { batchJson } from '#http/transformers/batch_json'
import { startBatchValidator } from '#http/validators/api/batches'
import StartBatch from '#jobs/batches/start_batch'
import { countBatchJobs, findBatch } from '#jobs/batches/find_batch'

@inject()
export default class BatchesController {
  constructor(private startBatch: StartBatch) {}

  async store(ctx: HttpContext) {
    const data = ctx.request.body()
    const { status = 'pending', preset, ...asked } = await startBatchValidator.validate(data)
    const maxVideos = asked.max_videos ?? null
    const { batch } = await this.startBatch.handle({ status, preset, maxVideos, by: apiActor(ctx) })
    ctx.response.status(202).header('location', `/api/v1/batches/${batch.id}`)
    return batchJson(batch, await countBatchJobs(batch.id))
  }

  async show({ params }: HttpContext) {
    const batch = await findBatch(params.id)
    return batchJson(batch, await countBatchJobs(batch.id))
  }
}

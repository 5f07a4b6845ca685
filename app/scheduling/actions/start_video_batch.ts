import { inject } from '@adonisjs/core'
import Batch from '#jobs/batches/batch'
import { previewBatch } from '#jobs/batches/preview_batch'
import StartBatch, { type BatchRequest } from '#jobs/batches/start_batch'
import { mediakeep } from '#accounts/actor'
import { counted } from '#jobs/repair/repair'
import type { Action, ActionContext, ActionResult } from '#scheduling/action'
import type { ActionParameters } from '#scheduling/parameters'

/** An empty batch every night would only hide the others. */
const NOTHING_FITTED = { words: 'No video fitted: no batch was started.' }

/** Begun twice for one firing it gives the batch that stands already. */
@inject()
export default class StartVideoBatch implements Action<ActionParameters['start_batch']> {
  constructor(private startBatch: StartBatch) {}

  async run(
    parameters: ActionParameters['start_batch'],
    { firingId }: ActionContext
  ): Promise<ActionResult> {
    const request = batchRequestOf(parameters)
    const idempotencyKey = `firing ${firingId}`
    const hasBegun = await Batch.findBy({ idempotencyKey })
    if (!hasBegun && (await previewBatch(request)).jobs === 0) return NOTHING_FITTED
    const { batch } = await this.startBatch.handle({
      ...request,
      idempotencyKey,
      by: mediakeep('schedule'),
    })
    const words = `Started batch ${batch.id} with ${counted(batch.jobCount, 'job')}.`
    return { words, details: { batchId: batch.id } }
  }
}

/** What the parameters ask for; what is null in them is not asked. */
export function batchRequestOf(
  parameters: ActionParameters['start_batch']
): Omit<BatchRequest, 'by'> {
  const { status, maxVideos = null, ...others } = parameters
  const asked = Object.entries(others).filter(([, value]) => value !== null)
  return {
    ...(Object.fromEntries(asked) as Pick<BatchRequest, 'preset'>),
    status: status === 'any' ? undefined : status,
    maxVideos,
  }
}

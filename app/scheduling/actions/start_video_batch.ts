import { inject } from '@adonisjs/core'
import StartBatch, { type BatchRequest } from '#jobs/batches/start_batch'
import { mediakeep } from '#accounts/actor'
import { counted } from '#jobs/repair/repair'
import type { Action, ActionContext } from '#scheduling/action'
import type { ActionParameters } from '#scheduling/parameters'

/** Begun twice for one firing it gives the batch that stands already. */
@inject()
export default class StartVideoBatch implements Action<ActionParameters['start_batch']> {
  constructor(private startBatch: StartBatch) {}

  async run(parameters: ActionParameters['start_batch'], { firingId }: ActionContext) {
    const request = batchRequestOf(parameters)
    const { batch } = await this.startBatch.handle({
      ...request,
      idempotencyKey: `firing ${firingId}`,
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

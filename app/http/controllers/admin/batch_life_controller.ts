import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import ReleaseBatch from '#jobs/batches/release_batch'
import { cancelBatch } from '#jobs/batches/cancel_batch'
import { findBatch } from '#jobs/batches/find_batch'
import { holdBatch } from '#jobs/batches/hold_batch'
import { setBatchPriority } from '#jobs/batches/set_batch_priority'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import { pauseValidator, priorityValidator } from '#http/validators/api/batches'
import { plural } from '#http/words/labels'

/** Stopping a batch for a while or for good, and its turn. */
@inject()
export default class BatchLifeController {
  constructor(private releaseBatch: ReleaseBatch) {}

  async pause(ctx: HttpContext) {
    const { reason } = await ctx.request.validateUsing(pauseValidator)
    const by = consoleActor(ctx)
    await change(ctx, async (batchId) => {
      await holdBatch({ batchId, by, reason: reason ?? `Paused by ${by.name}` })
      return 'What waits is held; what runs goes on.'
    })
  }

  async release(ctx: HttpContext) {
    await change(ctx, async (batchId) => {
      const jobs = await this.releaseBatch.handle({ batchId, by: consoleActor(ctx) })
      return `${plural(jobs, 'job')} may go on.`
    })
  }

  async cancel(ctx: HttpContext) {
    await change(ctx, async (batchId) => {
      const { cancelled, asked } = await cancelBatch({ batchId, by: consoleActor(ctx) })
      const running = asked > 0 ? `, ${plural(asked, 'running one')} asked to stop` : ''
      return `${plural(cancelled, 'job')} cancelled${running}.`
    })
  }

  async prioritise(ctx: HttpContext) {
    const { priority } = await ctx.request.validateUsing(priorityValidator)
    await change(ctx, async (batchId) => {
      const jobs = await setBatchPriority({ batchId, priority, by: consoleActor(ctx) })
      return `${plural(jobs, 'waiting job')} now at priority ${priority}.`
    })
  }
}

/** Does it and tells it on the batch's page. */
async function change(ctx: HttpContext, act: (batchId: number) => Promise<string>) {
  const { id } = await findBatch(ctx.params.id)
  const path = `/batches/${id}`
  await unlessRefused(ctx, { path, at: 'page' }, async () => done(ctx, path, await act(id)))
}

import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import StartBatch from '#jobs/batches/start_batch'
import { VIDEO_STATUSES } from '#videos/video_status'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import { plural } from '#http/words/labels'

const batchRequest = vine.create({
  status: vine.enum(VIDEO_STATUSES),
  preset: vine.string().maxLength(63),
})

/** Starting a preset for every video of a filter. */
@inject()
export default class BatchesController {
  constructor(private startBatch: StartBatch) {}

  async store(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(batchRequest)
    const by = ctx.auth.use('web').user!.asActor('console')
    const to = { path: `/videos?status=${asked.status}`, at: 'batch' } as const
    await unlessRefused(ctx, to, async () => {
      const { batch, jobIds } = await this.startBatch.handle({ ...asked, maxVideos: null, by })
      const words = `${plural(jobIds.length, 'job')} started with ${asked.preset}.`
      done(ctx, `/jobs?batch=${batch.id}`, words)
    })
  }
}

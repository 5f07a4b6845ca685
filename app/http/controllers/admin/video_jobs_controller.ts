import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import StartJob from '#jobs/life/start_job'
import { findVideo } from '#videos/find_video'
import { priority } from '#http/validators/api/rules'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import type { AskedWork } from '#jobs/life/asked_work'

const jobRequest = vine.create({
  preset: vine.string().maxLength(63).optional().requiredIfMissing('operation'),
  operation: vine.string().maxLength(32).optional(),
  parameters: vine.object({}).allowUnknownProperties().optional(),
  priority: priority().optional(),
})

/** Starting a job for a video. */
@inject()
export default class VideoJobsController {
  constructor(private startJob: StartJob) {}

  async store(ctx: HttpContext) {
    const video = await findVideo(ctx.params.id)
    const asked = await ctx.request.validateUsing(jobRequest)
    const by = ctx.auth.use('web').user!.asActor('console')
    const to = { path: `/videos/${video.id}`, at: 'start-job' } as const
    const started = () =>
      this.startJob.handle({ ...askedWork(asked), video, by, priority: asked.priority })
    const what = asked.operation ?? asked.preset
    if (await unlessRefused(ctx, to, started)) done(ctx, to.path, `Started with ${what}.`)
  }
}

function askedWork({ operation, parameters, preset }: Infer<typeof jobRequest>): AskedWork {
  return operation === undefined ? { preset: preset! } : { operation, parameters }
}

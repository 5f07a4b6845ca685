import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import StartJob from '#jobs/start_job'
import { findVideo } from '#videos/find_video'
import { done, unlessRefused } from '#http/controllers/admin/refusal'

const jobRequest = vine.create({ preset: vine.string().maxLength(63) })

/** Starting a job for a video. */
@inject()
export default class VideoJobsController {
  constructor(private startJob: StartJob) {}

  async store(ctx: HttpContext) {
    const video = await findVideo(ctx.params.id)
    const { preset } = await ctx.request.validateUsing(jobRequest)
    const by = ctx.auth.use('web').user!.asActor('console')
    const to = { path: `/videos/${video.id}`, at: 'start-job' } as const
    const started = () => this.startJob.handle({ video, preset, by })
    if (await unlessRefused(ctx, to, started)) done(ctx, to.path, `Started with ${preset}.`)
  }
}

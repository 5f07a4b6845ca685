import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import PauseJob from '#jobs/life/pause_job'
import ResumeJob from '#jobs/life/resume_job'
import { findJob } from '#jobs/reports/find_job'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { done, unlessRefused } from '#http/controllers/admin/refusal'

/** A running job that stands still for a while and loses nothing. */
@inject()
export default class JobPausesController {
  constructor(
    private pauseJob: PauseJob,
    private resumeJob: ResumeJob
  ) {}

  async pause(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    const to = { path: `/jobs/${job.id}`, at: 'page' } as const
    const paused = () => this.pauseJob.handle({ job, by: consoleActor(ctx) })
    if (await unlessRefused(ctx, to, paused))
      done(ctx, to.path, 'The job stands still in a moment.')
  }

  async resume(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    const to = { path: `/jobs/${job.id}`, at: 'page' } as const
    const resumed = () => this.resumeJob.handle({ job, by: consoleActor(ctx) })
    if (await unlessRefused(ctx, to, resumed)) done(ctx, to.path, 'The job goes on.')
  }
}

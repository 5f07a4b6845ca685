import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type Job from '#jobs/job'
import PauseJob from '#jobs/life/pause_job'
import { findJob } from '#jobs/reports/find_job'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { done, unlessRefused } from '#http/controllers/admin/refusal'

/** A job that stands still for a while and loses nothing. */
@inject()
export default class JobPausesController {
  constructor(private pauseJob: PauseJob) {}

  async pause(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    const to = { path: `/jobs/${job.id}`, at: 'page' } as const
    const paused = () => this.pauseJob.pause({ job, by: consoleActor(ctx) })
    if (await unlessRefused(ctx, to, paused)) done(ctx, to.path, standsStill(job))
  }

  async resume(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    const to = { path: `/jobs/${job.id}`, at: 'page' } as const
    const resumed = () => this.pauseJob.resume({ job, by: consoleActor(ctx) })
    if (await unlessRefused(ctx, to, resumed)) done(ctx, to.path, goesOn(job))
  }
}

/** One that waits needs no worker to obey. */
function standsStill({ status }: Job): string {
  return status === 'queued' ? 'The job stands still.' : 'The job stands still in a moment.'
}

function goesOn({ status }: Job): string {
  return status === 'queued' ? 'The job waits for its turn again.' : 'The job goes on.'
}

import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { jobJson } from '#http/transformers/job_json'
import PauseJob from '#jobs/life/pause_job'
import { findJob } from '#jobs/reports/find_job'

/** A job that stands still for a while and loses nothing. */
@inject()
export default class JobPausesController {
  constructor(private pauseJob: PauseJob) {}

  async pause(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    await this.pauseJob.pause({ job, by: apiActor(ctx) })
    ctx.response.status(202)
    return jobJson(job)
  }

  async resume(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    await this.pauseJob.resume({ job, by: apiActor(ctx) })
    ctx.response.status(202)
    return jobJson(job)
  }
}

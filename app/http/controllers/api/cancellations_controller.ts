import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { jobJson } from '#http/transformers/job_json'
import CancelJob from '#jobs/life/cancel_job'
import { findJob } from '#jobs/reports/find_job'

@inject()
export default class CancellationsController {
  constructor(private cancelJob: CancelJob) {}

  async store(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    await this.cancelJob.handle({ job, by: apiActor(ctx) })
    ctx.response.status(202).header('location', `/api/v1/jobs/${job.id}`)
    return jobJson(job)
  }
}

import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { jobJson, wholeJobJson } from '#http/transformers/job_json'
import { pageJson } from '#http/transformers/page_json'
import { listJobsValidator, startJobValidator } from '#http/validators/api/jobs'
import { priorityValidator } from '#http/validators/api/batches'
import { setPriority } from '#jobs/life/set_priority'
import StartJob from '#jobs/life/start_job'
import type { Infer } from '@vinejs/vine/types'
import type { AskedWork } from '#jobs/life/asked_work'
import { findJob } from '#jobs/reports/find_job'
import { listJobs } from '#jobs/reports/list_jobs'
import { findVideo } from '#videos/find_video'

@inject()
export default class JobsController {
  constructor(private startJob: StartJob) {}

  async index({ request }: HttpContext) {
    const filter = await request.validateUsing(listJobsValidator, { data: request.qs() })
    const { status, page = 1, per_page: perPage = 25 } = filter
    const jobs = await listJobs({
      statuses: status && [status],
      videoId: filter.video_id,
      batchId: filter.batch_id,
      ...{ cause: filter.cause, preset: filter.preset, lane: filter.lane, worker: filter.worker },
      page,
      perPage,
    })
    return pageJson(jobs, jobJson)
  }

  async show({ params }: HttpContext) {
    const job = await findJob(params.id)
    await job.load('attempts', (attempts) => attempts.orderBy('number'))
    return wholeJobJson(job)
  }

  async store(ctx: HttpContext) {
    const video = await findVideo(ctx.params.id)
    const work = await ctx.request.validateUsing(startJobValidator, {
      data: ctx.request.body(),
    })
    const { priority } = work
    const by = apiActor(ctx)
    const job = await this.startJob.handle({ ...askedWork(work), video, priority, by })
    ctx.response.status(202).header('location', `/api/v1/jobs/${job.id}`)
    return jobJson(await findJob(job.id))
  }

  /** Its turn, while it waits. */
  async update(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    const { priority } = await ctx.request.validateUsing(priorityValidator)
    return jobJson(await setPriority({ job, priority, by: apiActor(ctx) }))
  }
}

/** An operation where one is named, else the preset, which the validator asks for then. */
function askedWork(work: Infer<typeof startJobValidator>): AskedWork {
  const { operation, parameters, preset } = work
  return operation === undefined ? { preset: preset! } : { operation, parameters }
}

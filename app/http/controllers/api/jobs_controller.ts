import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { editableOfJob, jobJson, wholeJobJson } from '#http/transformers/job_json'
import { pageAfter } from '#http/lists/list_cursor'
import { listJson } from '#http/lists/list_json'
import { listJobsValidator, startJobValidator } from '#http/validators/api/jobs'
import { priorityValidator } from '#http/validators/api/batches'
import { saysVersion, unlessChanged } from '#http/versions/versions'
import { forecastJobs } from '#jobs/forecast/forecast_jobs'
import { setPriority } from '#jobs/life/set_priority'
import StartJob from '#jobs/life/start_job'
import type { Infer } from '@vinejs/vine/types'
import type { AskedWork } from '#jobs/life/asked_work'
import { findJob } from '#jobs/reports/find_job'
import { JOB_SORT, walkJobs, type JobFilter, type TimeSpan } from '#jobs/reports/list_jobs'
import { findVideo } from '#videos/find_video'
import { readTime } from '#videos/said_time'

@inject()
export default class JobsController {
  constructor(private startJob: StartJob) {}

  async index(ctx: HttpContext) {
    const { request } = ctx
    const asked = await request.validateUsing(listJobsValidator, { data: request.qs() })
    const { sort = '-created_at' } = asked
    const order = { name: sort, ...JOB_SORT, idType: 'uuid' } as const
    const page = pageAfter(asked, order)
    const isDescending = sort.startsWith('-')
    const walk = { filter: filterOf(asked), ...page, isDescending, isEndEmpty: true }
    const jobs = await walkJobs(walk)
    await forecastJobs(jobs.items)
    return listJson(ctx, jobs, { order, ...page, itemJson: jobJson })
  }

  async show(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    saysVersion(ctx, editableOfJob(job))
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
    const check = unlessChanged(ctx, editableOfJob)
    const changed = await setPriority({ job, priority, check, by: apiActor(ctx) })
    saysVersion(ctx, editableOfJob(changed))
    return jobJson(changed)
  }
}

function filterOf(asked: Infer<typeof listJobsValidator>): JobFilter {
  const { status, video_id: videoId, batch_id: batchId, cause, preset, lane, worker } = asked
  const asking = spanOf(asked.asked_from, asked.asked_to)
  const ended = spanOf(asked.ended_from, asked.ended_to)
  const work = { videoId, batchId, cause, preset, lane, worker }
  return { statuses: status && [status], ...work, asked: asking, ended }
}

function spanOf(from = '', to = ''): TimeSpan {
  return { from: readTime(from)?.from, before: readTime(to)?.before }
}

/** An operation where one is named, else the preset, which the validator asks for then. */
function askedWork(work: Infer<typeof startJobValidator>): AskedWork {
  const { operation, parameters, preset, worker_tags: workerTags } = work
  const asked = operation === undefined ? { preset: preset! } : { operation, parameters }
  return { ...asked, workerTags }
}

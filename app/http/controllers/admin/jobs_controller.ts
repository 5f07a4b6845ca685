import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type Job from '#jobs/job'
import CancelJob from '#jobs/life/cancel_job'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import RetryJob from '#jobs/life/retry_job'
import { setPriority } from '#jobs/life/set_priority'
import { countDeadLetters } from '#jobs/reports/count_dead_letters'
import { failuresByCause } from '#jobs/reports/failures_by_cause'
import { findJob } from '#jobs/reports/find_job'
import { JOB_STATUSES } from '#jobs/job_state'
import { JOB_STEPS } from '#jobs/phase_words'
import { laneStatus } from '#jobs/reports/lane_status'
import { walkJobs } from '#jobs/reports/list_jobs'
import { priorityValidator } from '#http/validators/api/batches'
import { jobCounts } from '#http/controllers/admin/tallies'
import { compareAttempts } from '#http/controllers/admin/attempt_comparison'
import { drawUsage } from '#http/controllers/admin/usage_plot'
import { jobQuery, jobsAddress } from '#http/controllers/admin/job_query'
import { cursorsIn } from '#http/controllers/admin/page_query'
import { sendJobLog } from '#http/files/send_job_log'
import { done, unlessRefused } from '#http/controllers/admin/refusal'
import { presetsOnOffer } from '#presets/presets_on_offer'
import { plural } from '#http/words/labels'

const PER_PAGE = 25

/** Jobs: what was asked for, and what became of it. */
@inject()
export default class JobsController {
  constructor(
    private cancelJob: CancelJob,
    private retryJob: RetryJob,
    private retryFailedJobs: RetryFailedJobs
  ) {}

  async index(ctx: HttpContext) {
    const asked = jobQuery(ctx)
    const { filter, said } = asked
    const [after, before] = cursorsIn(ctx)
    const [jobs, counts, causes, retriable, lanes, presets] = await Promise.all([
      walkJobs({ filter, after, before, perPage: PER_PAGE }),
      jobCounts(),
      said.status === 'failed' ? failuresByCause(filter) : [],
      countDeadLetters({}),
      laneStatus(),
      presetsOnOffer(),
    ])
    const link = (change: Record<string, string | null>) => jobsAddress(asked, change)
    const seen = { jobs, counts, causes, retriable, lanes, presets, filter: said, link }
    return ctx.view.render('pages/admin/jobs/index', { ...seen, statuses: JOB_STATUSES })
  }

  async show({ params, view }: HttpContext) {
    const job = await findJob(params.id)
    await job.load('attempts', (attempts) => attempts.orderBy('number', 'desc'))
    const compared = compareAttempts(job)
    return view.render('pages/admin/jobs/show', { job, compared, steps: JOB_STEPS, drawUsage })
  }

  async log(ctx: HttpContext) {
    return sendJobLog(ctx, await findJob(ctx.params.id))
  }

  async cancel(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    const to = { path: backFrom(ctx, job), at: 'page' } as const
    const by = ctx.auth.use('web').user!.asActor('console')
    if (!(await unlessRefused(ctx, to, () => this.cancelJob.handle({ job, by })))) return
    const isOver = job.status === 'cancelled'
    done(ctx, to.path, isOver ? 'The job is cancelled.' : 'The worker was asked to stop.')
  }

  async retry(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    const to = { path: backFrom(ctx, job), at: 'page' } as const
    const by = ctx.auth.use('web').user!.asActor('console')
    if (!(await unlessRefused(ctx, to, () => this.retryJob.handle({ job, by })))) return
    done(ctx, to.path, 'The job is queued again.')
  }

  async prioritise(ctx: HttpContext) {
    const job = await findJob(ctx.params.id)
    const { priority } = await ctx.request.validateUsing(priorityValidator)
    const to = { path: `/jobs/${job.id}`, at: 'page' } as const
    const by = ctx.auth.use('web').user!.asActor('console')
    if (!(await unlessRefused(ctx, to, () => setPriority({ job, priority, by })))) return
    done(ctx, to.path, `The job has priority ${priority}.`)
  }

  /** Retries everything that stands as failed. */
  async retryFailed(ctx: HttpContext) {
    const by = ctx.auth.use('web').user!.asActor('console')
    const asked = { maxJobs: null, by }
    const retried = await this.retryFailedJobs.handle(asked)
    const isOne = retried.length === 1
    done(ctx, '/jobs', `${plural(retried.length, 'job')} ${isOne ? 'is' : 'are'} queued again.`)
  }
}

/** The page from which it was asked: the video's where the form says so, else the job's. */
function backFrom({ request }: HttpContext, job: Job): string {
  return request.input('from') === 'video' ? `/videos/${job.videoId}` : `/jobs/${job.id}`
}

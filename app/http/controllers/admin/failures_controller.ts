import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import vine from '@vinejs/vine'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import { deadLettersByCause, listDeadLetters } from '#jobs/reports/dead_letters'
import { dismissJobs } from '#jobs/life/dismiss_jobs'
import { laneStatus } from '#jobs/reports/lane_status'
import { consoleActor } from '#http/controllers/admin/console_actor'
import { addressWith, pageNumber, text } from '#http/controllers/admin/page_query'
import { done, refuse } from '#http/controllers/admin/refusal'
import { plural } from '#http/words/labels'
import type { DeadLetterFilter } from '#jobs/life/dead_letters'

const PAGE = '/failures'
const PER_PAGE = 25

/** `selected`: the ticked ones; `all`: those of the filter, on every page. */
const choice = vine.create({
  scope: vine.enum(['selected', 'all'] as const),
  ids: vine.array(vine.string().uuid()).optional(),
  cause: vine.string().maxLength(63).optional(),
  search: vine.string().maxLength(200).optional(),
  preset: vine.string().maxLength(63).optional(),
  batch: vine.number().withoutDecimals().optional(),
  latest_version: vine.boolean().optional(),
})

/** Jobs that failed for good, until somebody decides about them. */
@inject()
export default class FailuresController {
  constructor(private retryFailedJobs: RetryFailedJobs) {}

  async index(ctx: HttpContext) {
    const { request, view } = ctx
    const batchId = Number(text(request.input('batch'))) || undefined
    const [cause, search, preset] = ['cause', 'search', 'preset'].map((name) =>
      text(request.input(name))
    )
    const wanted = { cause, search, preset, batchId }
    const [groups, letters, lanes] = await Promise.all([
      deadLettersByCause(wanted),
      listDeadLetters({ ...wanted, page: pageNumber(ctx), perPage: PER_PAGE }),
      laneStatus(),
    ])
    const filter = { cause, search, preset, batch: batchId }
    const link = (change: object) => addressWith(PAGE, { ...filter, ...change })
    return view.render('pages/admin/failures/index', { groups, letters, lanes, filter, link })
  }

  async retry(ctx: HttpContext) {
    const chosen = await this.#chosen(ctx)
    if (!chosen) return
    const { filter, isLatestVersion } = chosen
    const by = consoleActor(ctx)
    const request = { ...filter, isLatestVersion, maxJobs: null, by }
    const { length } = await this.retryFailedJobs.handle(request)
    const words = `${plural(length, 'job')} ${length === 1 ? 'is' : 'are'} queued again.`
    done(ctx, PAGE, length === 0 ? 'Nothing was left to retry.' : words)
  }

  async dismiss(ctx: HttpContext) {
    const chosen = await this.#chosen(ctx)
    if (!chosen) return
    const { length } = await dismissJobs({ ...chosen.filter, by: consoleActor(ctx) })
    done(ctx, PAGE, `${plural(length, 'failure')} dismissed.`)
  }

  /** Null where nothing was ticked, which is said on the page. */
  async #chosen(ctx: HttpContext) {
    const asked = await ctx.request.validateUsing(choice)
    const { scope, ids = [], batch: batchId, latest_version: isLatestVersion, ...rest } = asked
    if (scope === 'selected' && ids.length === 0) {
      refuse(ctx, { path: PAGE, at: 'page' }, 'Nothing is selected: tick the jobs that you mean.')
      return null
    }
    const filter: DeadLetterFilter =
      scope === 'selected'
        ? { jobIds: ids }
        : { cause: rest.cause, search: rest.search, preset: rest.preset, batchId }
    return { filter, isLatestVersion }
  }
}

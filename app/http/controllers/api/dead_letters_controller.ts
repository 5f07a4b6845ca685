import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { deadLetterChoice } from '#http/controllers/api/dead_letter_choice'
import { deadLetterGroupJson } from '#http/transformers/dead_letter_json'
import { jobJson } from '#http/transformers/job_json'
import { pageAfter } from '#http/lists/list_cursor'
import { listJson } from '#http/lists/list_json'
import {
  chooseDeadLettersValidator,
  listDeadLettersValidator,
} from '#http/validators/api/dead_letters'
import { dismissJobs } from '#jobs/life/dismiss_jobs'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import { DEAD_LETTERS_DOWN, deadLettersByCause, walkDeadLetters } from '#jobs/reports/dead_letters'

const ORDER = { name: '-finished_at', ...DEAD_LETTERS_DOWN }

/** Jobs that failed for good and wait for somebody's decision. */
@inject()
export default class DeadLettersController {
  constructor(private retryFailedJobs: RetryFailedJobs) {}

  /** The groups are those of the whole filter, not of the page. */
  async index(ctx: HttpContext) {
    const { request } = ctx
    const asked = await request.validateUsing(listDeadLettersValidator, { data: request.qs() })
    const { cause, search, preset, batch_id: batchId } = asked
    const filter = { cause, search, preset, batchId }
    const page = pageAfter(asked, ORDER)
    const [causes, letters] = await Promise.all([
      deadLettersByCause(filter),
      walkDeadLetters(filter, page),
    ])
    const list = listJson(ctx, letters, { order: ORDER, ...page, itemJson: jobJson })
    return { causes: causes.map(deadLetterGroupJson), ...list }
  }

  async retry(ctx: HttpContext) {
    const chosen = await chooseDeadLettersValidator.validate(ctx.request.body())
    const jobIds = await this.retryFailedJobs.handle({
      ...deadLetterChoice(chosen),
      isLatestVersion: chosen.latest_version,
      maxJobs: null,
      by: apiActor(ctx),
    })
    ctx.response.status(202)
    return { retried: jobIds.length, job_ids: jobIds }
  }

  async dismiss(ctx: HttpContext) {
    const chosen = await chooseDeadLettersValidator.validate(ctx.request.body())
    const jobIds = await dismissJobs({ ...deadLetterChoice(chosen), by: apiActor(ctx) })
    return { dismissed: jobIds.length, job_ids: jobIds }
  }
}

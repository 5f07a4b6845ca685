import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { apiActor } from '#http/controllers/api/api_actor'
import { deadLetterChoice } from '#http/controllers/api/dead_letter_choice'
import { deadLetterGroupJson } from '#http/transformers/dead_letter_json'
import { jobJson } from '#http/transformers/job_json'
import { pageJson } from '#http/transformers/page_json'
import {
  chooseDeadLettersValidator,
  listDeadLettersValidator,
} from '#http/validators/api/dead_letters'
import { dismissJobs } from '#jobs/life/dismiss_jobs'
import RetryFailedJobs from '#jobs/life/retry_failed_jobs'
import { deadLettersByCause, listDeadLetters } from '#jobs/reports/dead_letters'

/** Jobs that failed for good and wait for somebody's decision. */
@inject()
export default class DeadLettersController {
  constructor(private retryFailedJobs: RetryFailedJobs) {}

  /** The groups are those of the whole filter, not of the page. */
  async index({ request }: HttpContext) {
    const asked = await request.validateUsing(listDeadLettersValidator, { data: request.qs() })
    const { page = 1, per_page: perPage = 25, batch_id: batchId, ...filter } = asked
    const [causes, letters] = await Promise.all([
      deadLettersByCause({ ...filter, batchId }),
      listDeadLetters({ ...filter, batchId, page, perPage }),
    ])
    return { causes: causes.map(deadLetterGroupJson), ...pageJson(letters, jobJson) }
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

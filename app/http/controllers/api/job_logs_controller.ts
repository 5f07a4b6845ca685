import type { HttpContext } from '@adonisjs/core/http'
import { sendJobLog } from '#http/files/send_job_log'
import { jobLogJson } from '#http/transformers/job_log_json'
import { jobLogValidator } from '#http/validators/api/job_log'
import { findAttempt } from '#jobs/reports/find_attempt'
import { findJob } from '#jobs/reports/find_job'

const USUAL_LINES = 1_000

/** What ffmpeg said. */
export default class JobLogsController {
  async show(ctx: HttpContext) {
    const { params, request, response } = ctx
    const asked = await request.validateUsing(jobLogValidator, { data: request.qs() })
    const { lines = USUAL_LINES, format = 'json' } = asked
    const job = await findJob(params.id)
    if (asked.download) return sendJobLog(ctx, job)
    const attempt = await findAttempt(job, asked.attempt)
    const told = jobLogJson(attempt, lines)
    if (format === 'json') return told
    return response.header('content-type', 'text/plain; charset=utf-8').send(`${told.log}\n`)
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import { contentDisposition } from '#http/files/content_disposition'
import { jobLogText } from '#jobs/reports/job_log_text'
import type Job from '#jobs/job'

/** The whole log of a job as a file to keep. */
export async function sendJobLog({ response }: HttpContext, job: Job) {
  const text = await jobLogText(job)
  response.header('content-type', 'text/plain; charset=utf-8')
  response.header('content-disposition', contentDisposition('attachment', `job-${job.id}.log`))
  response.header('cache-control', 'no-store')
  return response.send(text)
}

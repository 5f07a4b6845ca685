import { validate } from 'uuid'
import Job from '#jobs/job'
import { forecastJobs } from '#jobs/forecast/forecast_jobs'
import { JobNotFound } from '#jobs/errors'

/** The job of that id with its video, preset and forecast. @throws JobNotFound, also for what is no id */
export async function findJob(id: string): Promise<Job> {
  const job = validate(id)
    ? await Job.query()
        .where('id', id)
        .preload('video')
        .preload('presetVersion', (version) => version.preload('preset'))
        .first()
    : null
  if (!job) throw new JobNotFound(id)
  await forecastJobs([job])
  return job
}

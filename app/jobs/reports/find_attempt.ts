import Attempt from '#jobs/attempt'
import { AttemptNotFound } from '#jobs/errors'
import type Job from '#jobs/job'

/** One of a job's attempts, the last where no number is given. @throws AttemptNotFound */
export async function findAttempt(job: Job, number?: number): Promise<Attempt> {
  const found = await Attempt.query()
    .where('job_id', job.id)
    .if(number !== undefined, (query) => query.where('number', number!))
    .orderBy('number', 'desc')
    .first()
  if (!found) throw new AttemptNotFound(job.id, job.attemptCount)
  return found
}

import Job from '#jobs/job'
import { jobView, type JobView } from '#app/terminal/job_view'

/** The jobs of these ids as they stand now, in the order given. */
export async function loadJobs(ids: string[]): Promise<JobView[]> {
  const jobs = await Job.query()
    .whereIn('id', ids)
    .preload('video')
    .preload('presetVersion', (version) => version.preload('preset'))
  const byId = new Map(jobs.map((job) => [job.id, jobView(job)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** How many of these jobs wait and were not sent to the queue, which does not answer then. */
export async function countUnsent(ids: string[]): Promise<number> {
  const unsent = await Job.query()
    .whereIn('id', ids)
    .where('status', 'queued')
    .whereNull('reminded_at')
  return unsent.length
}

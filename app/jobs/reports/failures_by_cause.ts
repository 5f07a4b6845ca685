import db from '@adonisjs/lucid/services/db'
import { matchingJobs, type JobFilter } from '#jobs/reports/list_jobs'

export interface CauseCount {
  cause: string
  jobs: number
}

/** Of the jobs that the list of this filter shows, those that failed, by cause, the most frequent first; dismissed ones count too. */
export async function failuresByCause(filter: JobFilter): Promise<CauseCount[]> {
  return matchingJobs({ ...filter, statuses: ['failed'], cause: undefined })
    .select('failure_cause as cause')
    .select(db.raw('count(*)::int as jobs'))
    .groupBy('failure_cause')
    .orderByRaw('jobs desc, cause')
    .pojo<CauseCount>()
}

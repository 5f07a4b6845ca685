import db from '@adonisjs/lucid/services/db'
import { tallies } from '#videos/tallies'
import { matchingJobs, type JobFilter } from '#jobs/reports/list_jobs'

export interface CauseCount {
  cause: string
  jobs: number
}

/** Of the jobs that the list of this filter shows, those that failed, by cause, the most frequent first; dismissed ones count too. */
export async function failuresByCause(filter: JobFilter): Promise<CauseCount[]> {
  if (isOfAll(filter)) return ofAll()
  return matchingJobs({ ...filter, statuses: ['failed'], cause: undefined })
    .select('failure_cause as cause')
    .select(db.raw('count(*)::int as jobs'))
    .groupBy('failure_cause')
    .orderByRaw('jobs desc, cause')
    .pojo<CauseCount>()
}

function isOfAll({ statuses, cause, ...others }: JobFilter): boolean {
  return Object.values(others).every((value) => value === undefined)
}

/** By kept counts, for there may be tens of thousands. */
async function ofAll(): Promise<CauseCount[]> {
  const counted = await tallies('failures')
  const causes = counted.map(({ key, n }) => ({ cause: key, jobs: n }))
  return causes.sort((a, b) => b.jobs - a.jobs || (a.cause < b.cause ? -1 : 1))
}

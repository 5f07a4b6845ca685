import type { HttpContext } from '@adonisjs/core/http'
import { addressWith, day, lastDays, oneOf, text } from '#http/controllers/admin/page_query'
import { LANES } from '#jobs/lanes/lane'
import { JOB_STATUSES } from '#jobs/job_state'
import type { JobFilter } from '#jobs/reports/list_jobs'

const MAX_ID = 2_147_483_647

/** What the address of the Jobs page asks for; what makes no sense says nothing. */
export function jobQuery({ request }: Pick<HttpContext, 'request'>) {
  const said = (name: string) => text(request.input(name))?.replaceAll('\0', '')
  const status = oneOf(JOB_STATUSES, request.input('status'))
  const lane = oneOf(LANES, request.input('lane'))
  const [onDay, since] = [day(request.input('day')), lastDays(request.input('days'))]
  const [batchId, videoId] = [idOf(said('batch')), idOf(said('video'))]
  const common = { cause: said('cause'), preset: said('preset'), worker: said('worker'), lane }
  const filter: JobFilter = {
    ...{ statuses: status && [status], batchId, videoId, ended: onDay ?? since },
    ...common,
  }
  const days = onDay ? undefined : since?.name
  return {
    filter,
    /** By its field, for the next address. */
    said: { ...common, status, batch: batchId, video: videoId, day: onDay?.name, days },
  }
}

export type JobQuery = ReturnType<typeof jobQuery>

/** The address of the same list, changed; null takes a part out. Any change begins at the first page. */
export function jobsAddress({ said }: JobQuery, change: Record<string, string | null> = {}) {
  return addressWith('/jobs', { ...said, ...change })
}

function idOf(said: string | undefined): number | undefined {
  const id = Number(said)
  return Number.isInteger(id) && id > 0 && id <= MAX_ID ? id : undefined
}

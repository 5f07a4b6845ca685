import type { HttpContext } from '@adonisjs/core/http'
import { addressWith, day, lastDays, oneOf, text } from '#http/controllers/admin/page_query'
import { LANES } from '#jobs/lanes/lane'
import { JOB_STATUSES } from '#jobs/job_state'
import { readTime } from '#videos/said_time'
import { WAITS, type JobFilter, type TimeSpan } from '#jobs/reports/list_jobs'

const MAX_ID = 2_147_483_647

type Said = (name: string) => string | undefined

/** What the address of the Jobs page asks for; what makes no sense says nothing. */
export function jobQuery({ request }: Pick<HttpContext, 'request'>) {
  const saidAs = (name: string) => text(request.input(name))?.replaceAll('\0', '')
  const status = oneOf(JOB_STATUSES, request.input('status'))
  const lane = oneOf(LANES, request.input('lane'))
  const waits = oneOf(WAITS, request.input('waits'))
  const [batchId, videoId] = [idOf(saidAs('batch')), idOf(saidAs('video'))]
  const common = {
    ...{ cause: saidAs('cause'), preset: saidAs('preset'), worker: saidAs('worker') },
    ...{ lane, waits },
  }
  const [asked, ended] = [spanIn(saidAs, 'asked'), endedIn(saidAs)]
  const filter: JobFilter = {
    ...{ statuses: status && [status], batchId, videoId },
    ...{ asked: asked.span, ended: ended.span },
    ...common,
  }
  /** By its field, for the next address. */
  const said = { ...common, status, batch: batchId, video: videoId, ...asked.said, ...ended.said }
  return { filter, said }
}

export type JobQuery = ReturnType<typeof jobQuery>

/** The address of the same list, changed; null takes a part out. Any change begins at the first page. */
export function jobsAddress({ said }: JobQuery, change: Record<string, string | null> = {}) {
  return addressWith('/jobs', { ...said, ...change })
}

/** A day, the last days, or from one time to another. */
function endedIn(said: Said): SaidSpan {
  const onDay = day(said('day'))
  if (onDay) return { span: onDay, said: { day: onDay.name } }
  const since = lastDays(said('days'))
  if (since) return { span: since, said: { days: since.name } }
  return spanIn(said, 'ended')
}

interface SaidSpan {
  span: TimeSpan | undefined
  said: { [field: string]: string | undefined }
}

function spanIn(said: Said, what: 'asked' | 'ended'): SaidSpan {
  const [from, to] = [`${what}_from`, `${what}_to`]
  const [first, last] = [timeOf(said(from)), timeOf(said(to))]
  if (!first && !last) return { span: undefined, said: {} }
  return {
    span: { from: first?.from, before: last?.before },
    said: { [from]: first && said(from), [to]: last && said(to) },
  }
}

function timeOf(said: string | undefined) {
  return (said && readTime(said)) || undefined
}

function idOf(said: string | undefined): number | undefined {
  const id = Number(said)
  return Number.isInteger(id) && id > 0 && id <= MAX_ID ? id : undefined
}

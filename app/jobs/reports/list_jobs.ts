import Job from '#jobs/job'
import { forecastJobs } from '#jobs/forecast/forecast_jobs'
import { keysetPage, type KeysetList, type KeysetPage, type Selection } from '#videos/keyset_page'
import { readCursor } from '#videos/keyset'
import { sumOfTallies, tallies } from '#videos/tallies'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { JobStatus } from '#jobs/job_state'
import { IN_LINE } from '#jobs/lanes/in_line'
import type { Lane } from '#jobs/lanes/lane'

/** Which jobs are meant; what is left out does not narrow. */
export interface JobFilter {
  statuses?: JobStatus[]
  videoId?: number
  batchId?: number
  lane?: Lane
  /** Code of the last failure. */
  cause?: string
  /** Name of the preset, in any version. */
  preset?: string
  /** Id of a worker that made an attempt, or its beginning; of jobs that run the worker that has them. */
  worker?: string
  /** Asked for, or ended, in this span of time. */
  asked?: TimeSpan
  ended?: TimeSpan
  /** Of those that wait: whether they stand in the line of their lane or are held by a batch or a pause. */
  waits?: Waits
}

/** Its end is not included. */
export interface TimeSpan {
  from?: Date
  before?: Date
}

export const WAITS = ['in_line', 'held'] as const
export type Waits = (typeof WAITS)[number]

export interface JobPage {
  /** From 1. */
  page: number
  /** 1..100. */
  perPage: number
}

/** Jobs with their video, preset and forecast, the newest first, a page at a time. */
export async function listJobs({ page, perPage, ...filter }: JobFilter & JobPage) {
  const jobs = await withWork(matchingJobs(filter))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .paginate(page, perPage)
  await forecastJobs(jobs.all())
  return jobs
}

export interface JobWalk {
  filter: JobFilter
  /** Cursors of an earlier page; what is none of this list is passed over. */
  after?: string
  before?: string
  perPage: number
  /** Left out: the newest first. */
  isDescending?: boolean
  /** See Position. */
  isEndEmpty?: boolean
}

/** By what jobs are sorted. */
export const JOB_SORT = { expression: 'created_at', type: 'timestamptz' } as const

/** The same without forecasts, from one page to the next, however many there are. */
export async function walkJobs(walk: JobWalk): Promise<KeysetPage<Job>> {
  const list = await keysetListOf(walk)
  const cursor = readCursor(walk, { ...list.sort, idType: list.idType })
  const { perPage, isEndEmpty } = walk
  const page = await keysetPage(list, { cursor, perPage, isEndEmpty })
  const jobs = await withWork(Job.query()).whereRaw('id = any(?::uuid[])', [page.items as string[]])
  const byId = new Map(jobs.map((job) => [job.id, job]))
  return { ...page, items: page.items.flatMap((id) => byId.get(String(id)) ?? []) }
}

type Query = ModelQueryBuilderContract<typeof Job, Job>

function withWork(query: Query): Query {
  return query.preload('video').preload('presetVersion', (version) => version.preload('preset'))
}

/** A query for the jobs that match, in no order. */
export function matchingJobs(filter: JobFilter): Query {
  const { statuses, videoId, batchId, lane, cause, preset, worker, waits } = filter
  return Job.query()
    .if(statuses, (query) => query.whereIn('status', statuses!))
    .if(videoId, (query) => query.where('video_id', videoId!))
    .if(batchId, (query) => query.where('batch_id', batchId!))
    .if(lane, (query) => query.where('lane', lane!))
    .if(cause, (query) => query.where('failure_cause', cause!))
    .if(preset, (query) => query.whereRaw(OF_PRESET, [preset!]))
    .if(worker, (query) => query.whereRaw(BY_WORKER, [beginning(worker!)]))
    .if(waits, (query) => query.whereRaw(WAITING[waits!]))
    .where((query) => within(query, filter))
}

function within(query: Query, { asked = {}, ended = {} }: JobFilter) {
  query
    .if(asked.from, (some) => some.where('created_at', '>=', asked.from!))
    .if(asked.before, (some) => some.where('created_at', '<', asked.before!))
    .if(ended.from, (some) => some.where('finished_at', '>=', ended.from!))
    .if(ended.before, (some) => some.where('finished_at', '<', ended.before!))
}

const WAITING: Record<Waits, string> = {
  in_line: IN_LINE,
  held: `jobs.status = 'queued' and not (${IN_LINE})`,
}

const OF_PRESET = `preset_version_id = any(array(
  select preset_versions.id from preset_versions
  join presets on presets.id = preset_versions.preset_id where presets.name = ?))`
const BY_WORKER = `exists (select from attempts where job_id = jobs.id and worker_id like ?
  and (jobs.status <> 'running' or attempts.status = 'running'))`

function beginning(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`
}

async function keysetListOf({ filter, isDescending = true }: JobWalk): Promise<KeysetList> {
  const counted = await tallies('jobs')
  const { sql, bindings } = matchingJobs(filter).toSQL()
  return {
    ...{ table: 'jobs', idType: 'uuid', sort: JOB_SORT, isDescending },
    ordered: orderedBy(filter),
    matching: { sql, bindings },
    total: await knownTotal(filter, counted),
    tableRows: sumOfTallies(counted).n,
  }
}

/**
 * One column that has an index in the order of the list, and where that begins: a job that ended before a moment was
 * asked for before it, too.
 */
function orderedBy(filter: JobFilter): Selection {
  const { sql, bindings } = columnOf(filter)
  const before = filter.asked?.before ?? filter.ended?.before
  if (!before) return { sql, bindings }
  return { sql: `${sql} and created_at < ?`, bindings: [...bindings, before] }
}

function columnOf({ statuses, batchId, cause }: JobFilter): Selection {
  if (batchId) return { sql: 'batch_id = ?', bindings: [batchId] }
  if (cause) return { sql: 'failure_cause = ?', bindings: [cause] }
  if (statuses?.length === 1) return { sql: 'status = ?', bindings: [statuses[0]] }
  return { sql: 'true', bindings: [] }
}

/** Kept counts tell how many there are of everything and of statuses. */
async function knownTotal(filter: JobFilter, counted: Awaited<ReturnType<typeof tallies>>) {
  const { statuses, ...others } = filter
  if (Object.values(others).some((value) => value !== undefined)) return null
  const meant = counted.filter(({ key }) => !statuses || statuses.includes(key as JobStatus))
  return sumOfTallies(meant).n
}

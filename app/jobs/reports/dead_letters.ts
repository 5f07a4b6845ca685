import db from '@adonisjs/lucid/services/db'
import type Job from '#jobs/job'
import { tallies } from '#videos/tallies'
import { pageDown, type ListPage, type PageAfter } from '#videos/keyset_query'
import { deadLetters, type DeadLetterFilter } from '#jobs/life/dead_letters'

/** Failed jobs of one cause that nobody dismissed. */
export interface DeadLetterGroup {
  cause: string
  jobs: number
  /** Null where they are too many jobs to compare. */
  videos: number | null
  /** When the first and the last of them ended. */
  firstAt: Date
  lastAt: Date
  /** What was seen in the one that failed last. */
  sample: { jobId: string; message: string | null; evidence: string | null }
}

/** How many dead letters there are of each cause, the most frequent first. */
export async function deadLetterCounts(): Promise<{ cause: string; jobs: number }[]> {
  const counted = await tallies('dead_letters')
  const causes = counted.map(({ key, n }) => ({ cause: key, jobs: n }))
  return causes.sort((a, b) => b.jobs - a.jobs || (a.cause < b.cause ? -1 : 1))
}

/** The dead letters by cause, the most frequent first. */
export async function deadLettersByCause(filter: DeadLetterFilter): Promise<DeadLetterGroup[]> {
  const groups = isOfAll(filter) ? await groupsOfAll(filter.cause) : await groupsOf(filter)
  const evidence = await evidenceOf(groups.map((group) => group.job_id))
  return groups.map((group) => ({
    ...{ cause: group.cause, jobs: Number(group.jobs), videos: group.videos },
    ...{ firstAt: group.first_at, lastAt: group.last_at },
    sample: {
      jobId: group.job_id,
      message: group.message,
      evidence: evidence.get(group.job_id) ?? null,
    },
  }))
}

/** Jobs of one cause up to which their videos are counted. */
const MOST_COMPARED = 1_000

function isOfAll({ cause, ...others }: DeadLetterFilter): boolean {
  return Object.values(others).every((value) => value === undefined)
}

interface GroupRow {
  cause: string
  jobs: number
  videos: number | null
  first_at: Date
  last_at: Date
  job_id: string
  message: string | null
}

/** By kept counts and the ends of an index, for there may be tens of thousands. */
async function groupsOfAll(cause?: string): Promise<GroupRow[]> {
  const { rows } = await db.rawQuery(
    `select causes.*, first.finished_at as first_at, last.finished_at as last_at, last.id as job_id,
       last.failure_message as message,
       case when jobs <= ${MOST_COMPARED}
         then (select count(*) from (select distinct video_id from jobs where ${OF_CAUSE}) as of) end as videos
     from (select key as cause, sum(n)::bigint as jobs from tallies
         where subject = 'dead_letters' and (key = :cause or :cause::text is null)
         group by key having sum(n) > 0) as causes
       join lateral (select finished_at from jobs where ${OF_CAUSE} order by finished_at, id limit 1) first on true
       join lateral (select id, finished_at, failure_message from jobs where ${OF_CAUSE}
         order by finished_at desc, id desc limit 1) last on true
     order by jobs desc, cause`,
    { cause: cause ?? null } as never
  )
  return rows
}

const OF_CAUSE = `status = 'failed' and dismissed_at is null and failure_cause = causes.cause`

async function groupsOf(filter: DeadLetterFilter): Promise<GroupRow[]> {
  return deadLetters(filter)
    .select('failure_cause as cause')
    .select(db.raw('count(*) as jobs, count(distinct video_id) as videos'))
    .select(db.raw('min(finished_at) as first_at, max(finished_at) as last_at'))
    .select(db.raw('(array_agg(id order by finished_at desc))[1] as job_id'))
    .select(db.raw('(array_agg(failure_message order by finished_at desc))[1] as message'))
    .groupBy('failure_cause')
    .orderByRaw('jobs desc, cause')
    .pojo<GroupRow>()
}

/** Dead letters with their video and preset, the latest first, a page at a time. */
export function listDeadLetters(filter: DeadLetterFilter & { page: number; perPage: number }) {
  return deadLetters(filter)
    .preload('video')
    .preload('presetVersion', (version) => version.preload('preset'))
    .orderBy('finished_at', 'desc')
    .orderBy('id', 'desc')
    .paginate(filter.page, filter.perPage)
}

/** By what dead letters are walked. */
export const DEAD_LETTERS_DOWN = {
  expression: 'finished_at',
  type: 'timestamptz',
  idType: 'uuid',
} as const

/** The same, from one page to the next. */
export function walkDeadLetters(filter: DeadLetterFilter, page: PageAfter): Promise<ListPage<Job>> {
  const query = deadLetters(filter)
    .preload('video')
    .preload('presetVersion', (version) => version.preload('preset'))
  return pageDown(query, DEAD_LETTERS_DOWN, page)
}

/** Of the last attempt of each job. */
async function evidenceOf(jobIds: string[]): Promise<Map<string, string | null>> {
  const rows = await db
    .from('attempts')
    .distinctOn('job_id')
    .select('job_id', 'evidence')
    .whereRaw('job_id = any(?::uuid[])', [jobIds])
    .orderBy([{ column: 'job_id' }, { column: 'number', order: 'desc' }])
  return new Map(rows.map((row) => [row.job_id, row.evidence]))
}

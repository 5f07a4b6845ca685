import db from '@adonisjs/lucid/services/db'
import { deadLetters, type DeadLetterFilter } from '#jobs/life/dead_letters'

/** Failed jobs of one cause that nobody dismissed. */
export interface DeadLetterGroup {
  cause: string
  jobs: number
  videos: number
  /** When the first and the last of them ended. */
  firstAt: Date
  lastAt: Date
  /** What was seen in the one that failed last. */
  sample: { jobId: string; message: string | null; evidence: string | null }
}

/** The dead letters by cause, the most frequent first. */
export async function deadLettersByCause(filter: DeadLetterFilter): Promise<DeadLetterGroup[]> {
  const groups = await deadLetters(filter)
    .select('failure_cause as cause')
    .select(db.raw('count(*) as jobs, count(distinct video_id) as videos'))
    .select(db.raw('min(finished_at) as first_at, max(finished_at) as last_at'))
    .select(db.raw('(array_agg(id order by finished_at desc))[1] as job_id'))
    .select(db.raw('(array_agg(failure_message order by finished_at desc))[1] as message'))
    .groupBy('failure_cause')
    .orderByRaw('jobs desc, cause')
    .pojo<GroupRow>()
  const evidence = await evidenceOf(groups.map((group) => group.job_id))
  return groups.map((group) => ({
    ...{ cause: group.cause, jobs: Number(group.jobs), videos: Number(group.videos) },
    ...{ firstAt: group.first_at, lastAt: group.last_at },
    sample: {
      jobId: group.job_id,
      message: group.message,
      evidence: evidence.get(group.job_id) ?? null,
    },
  }))
}

interface GroupRow {
  cause: string
  jobs: number
  videos: number
  first_at: Date
  last_at: Date
  job_id: string
  message: string | null
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

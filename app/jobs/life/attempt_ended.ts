import { channel } from 'node:diagnostics_channel'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { JobPhase, JobStatus } from '#jobs/job_state'

/** What is known of an attempt that ended; told in the process that ended it. */
export interface AttemptEnded {
  /** As ProcessJob says it; `lost`: its worker vanished, and the reconciler took the job from it. */
  outcome: string
  /** The job's, right after. */
  jobStatus: JobStatus
  /** Null: an operation without one. */
  preset: string | null
  /** Null: it did not fail. */
  cause: string | null
  tookS: number
  /** Milliseconds in each phase, pauses left out; empty where nobody could tell. */
  timings: Partial<Record<JobPhase, number>>
  originalBytes: number
  /** What was published. */
  renditionBytes: number
}

export const ATTEMPT_ENDED = 'mediakeep:attempt_ended'

const told = channel(ATTEMPT_ENDED)

/** Looks into the rows only where somebody listens. Never fails: nothing hangs on it. */
export async function tellAttemptEnded(jobId: string, outcome: string): Promise<void> {
  if (!told.hasSubscribers) return
  try {
    const { rows } = await db.rawQuery(FACTS, [jobId])
    if (rows[0]) told.publish({ ...rows[0], outcome } satisfies AttemptEnded)
  } catch (error) {
    logger.warn({ err: error, jobId }, 'an attempt that ended was not counted')
  }
}

/** Of the newest attempt that is over: the job may run again already. */
const FACTS = `
  select jobs.status as "jobStatus", presets.name as preset, ended.cause,
    coalesce(extract(epoch from ended.finished_at - ended.started_at), 0)::float8 as "tookS",
    coalesce(ended.timings, '{}') as timings, videos.size_bytes as "originalBytes",
    (select coalesce(sum(size_bytes), 0)::bigint from renditions where attempt_id = ended.id) as "renditionBytes"
  from jobs
  join videos on videos.id = jobs.video_id
  left join preset_versions on preset_versions.id = jobs.preset_version_id
  left join presets on presets.id = preset_versions.preset_id
  join lateral (
    select * from attempts where job_id = jobs.id and finished_at is not null order by number desc limit 1
  ) as ended on true
  where jobs.id = ?`

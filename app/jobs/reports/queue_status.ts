import db from '@adonisjs/lucid/services/db'
import prettyMs from 'pretty-ms'

export interface QueueStatus {
  /** Videos by what has to be done with them. */
  pending: number
  queued: number
  processing: number
  failed: number
  /** Jobs that completed since midnight, UTC. */
  completedToday: number
  /** Of the jobs that completed in the last 30 days, from start to end; null where there is none. */
  averageProcessingS: number | null
  /** The same in words, such as "3m 0s". */
  averageProcessingTime: string | null
}

/** What waits, runs and went wrong, now. */
export async function queueStatus(): Promise<QueueStatus> {
  const videos = await db.rawQuery(`select status, count(*) as n from videos group by status`)
  const jobs = await db.rawQuery(
    `select
       count(*) filter (where finished_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC')
         as "completedToday",
       avg(extract(epoch from finished_at - started_at))::float8 as "averageS"
     from jobs
     where status = 'completed' and finished_at > now() - interval '30 days'`
  )
  const byStatus = new Map<string, number>(videos.rows.map((row: StatusRow) => [row.status, row.n]))
  const count = (status: string) => byStatus.get(status) ?? 0
  const { completedToday, averageS } = jobs.rows[0]
  return {
    pending: count('pending'),
    queued: count('queued'),
    processing: count('processing'),
    failed: count('failed'),
    completedToday,
    averageProcessingS: averageS,
    averageProcessingTime: averageS === null ? null : prettyMs(averageS * 1000),
  }
}

interface StatusRow {
  status: string
  n: number
}

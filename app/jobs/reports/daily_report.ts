import db from '@adonisjs/lucid/services/db'
import prettyBytes from 'pretty-bytes'
import { counted } from '#jobs/repair/repair'

/** What was done in a span of time, and what lies in the store at the moment of asking. */
export interface DailyReport {
  /** ISO 8601 in UTC; the end is not included. */
  from: string
  until: string
  videosAdded: number
  jobsStarted: number
  completed: number
  failed: number
  cancelled: number
  /** The most frequent first. */
  failures: { cause: string; jobs: number }[]
  /** Of the originals of completed jobs, and of what they published that still stands. */
  bytesIn: number
  bytesOut: number
  /** By videos whose renditions are smaller than their original; never less than 0. */
  bytesSaved: number
  storage: { videos: number; originalBytes: number; renditions: number; renditionBytes: number }
}

/** @param until the end of the span, which lasts `hours` */
export async function dailyReport({
  until,
  hours,
}: {
  until: Date
  hours: number
}): Promise<DailyReport> {
  const from = new Date(until.getTime() - hours * 3_600_000)
  const span = { from, until }
  const [totals, bytes, failures, storage] = await Promise.all([
    totalsOf(span),
    bytesOf(span),
    failuresOf(span),
    storageNow(),
  ])
  const times = { from: from.toISOString(), until: until.toISOString() }
  return { ...times, ...totals, ...bytes, failures, storage }
}

/** The report in a few sentences. */
export function reportWords(report: DailyReport): string {
  const { completed, failed, cancelled, videosAdded, bytesIn, bytesOut, storage } = report
  const worst = report.failures[0]
  const most = worst ? ` (most by ${worst.cause})` : ''
  const stored = prettyBytes(storage.originalBytes + storage.renditionBytes)
  return [
    `${counted(completed, 'job')} completed, ${failed} failed${most}, ${cancelled} cancelled.`,
    `${counted(videosAdded, 'video')} added.`,
    `${prettyBytes(bytesIn)} in, ${prettyBytes(bytesOut)} out.`,
    `${stored} stored.`,
  ].join(' ')
}

interface Span {
  from: Date
  until: Date
}

async function totalsOf(span: Span) {
  const { rows } = await db.rawQuery(
    `select
       (select count(*) from videos where deletion_requested_at is null
          and created_at >= :from and created_at < :until) as "videosAdded",
       (select count(*) from jobs where created_at >= :from and created_at < :until) as "jobsStarted",
       count(*) filter (where status = 'completed') as completed,
       count(*) filter (where status = 'failed') as failed,
       count(*) filter (where status = 'cancelled') as cancelled
     from jobs where finished_at >= :from and finished_at < :until`,
    { ...span }
  )
  return rows[0]
}

async function bytesOf(span: Span) {
  const { rows } = await db.rawQuery(
    `with made as (
       select jobs.id, videos.size_bytes as original,
         (select sum(size_bytes) from renditions where renditions.job_id = jobs.id) as published
       from jobs join videos on videos.id = jobs.video_id
       where jobs.status = 'completed' and jobs.finished_at >= :from and jobs.finished_at < :until)
     select coalesce(sum(original), 0)::bigint as "bytesIn",
       coalesce(sum(published), 0)::bigint as "bytesOut",
       coalesce(sum(greatest(original - published, 0)), 0)::bigint as "bytesSaved"
     from made`,
    { ...span }
  )
  return rows[0]
}

async function failuresOf(span: Span) {
  const { rows } = await db.rawQuery(
    `select failure_cause as cause, count(*) as jobs from jobs
     where status = 'failed' and finished_at >= :from and finished_at < :until
     group by failure_cause order by jobs desc, cause`,
    { ...span }
  )
  return rows
}

async function storageNow() {
  const { rows } = await db.rawQuery(
    `select videos, "originalBytes", renditions, "renditionBytes" from
       (select count(*) as videos, coalesce(sum(size_bytes), 0)::bigint as "originalBytes" from videos) as v,
       (select count(*) as renditions, coalesce(sum(size_bytes), 0)::bigint as "renditionBytes"
        from renditions) as r`
  )
  return rows[0]
}

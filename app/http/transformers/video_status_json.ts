import type { DateTime } from 'luxon'
import { phaseJson } from '#http/transformers/phase_json'
import type Job from '#jobs/job'
import type Video from '#videos/video'

/** How far a video is, in one answer; `job` is its latest, null where none was asked for. */
export function videoStatusJson(video: Video, job: Job | null, now: DateTime) {
  const progressPercentage = job ? Math.round(job.progress * 100) : 0
  return {
    video_id: video.id,
    title: video.title,
    processing_status: video.status,
    progress_percentage: progressPercentage,
    processing_started_at: job?.startedAt?.toUTC().toISO() ?? null,
    processing_time_seconds: job ? processingTimeS(job, now) : null,
    task: job && {
      id: job.id,
      status: job.status,
      info: { current: progressPercentage, total: 100, ...phaseJson(job) },
    },
  }
}

/** Null before the first attempt; of a job that waits for its next attempt nothing runs. */
function processingTimeS(job: Job, now: DateTime): number | null {
  if (!job.startedAt || job.status === 'queued') return null
  const end = job.finishedAt ?? now
  return Math.max(0, end.diff(job.startedAt).as('seconds'))
}

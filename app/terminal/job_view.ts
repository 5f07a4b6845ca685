import { describeCause } from '#jobs/failure_causes'
import type Job from '#jobs/job'

/** A job as `--json` shows it; the names are those of the API. Preload video and presetVersion.preset. */
export function jobView(job: Job) {
  return {
    id: job.id,
    videoId: job.videoId,
    videoTitle: job.video.title,
    preset: job.presetVersion.preset.name,
    presetVersion: job.presetVersion.version,
    batchId: job.batchId,
    status: job.status,
    phase: job.phase,
    progress: job.progress,
    attemptCount: job.attemptCount,
    failure: failureOf(job),
    queuedAt: job.queuedAt.toUTC().toISO(),
    startedAt: job.startedAt?.toUTC().toISO() ?? null,
    finishedAt: job.finishedAt?.toUTC().toISO() ?? null,
  }
}

export type JobView = ReturnType<typeof jobView>

function failureOf(job: Job) {
  if (!job.failureCause) return null
  const { sentence, remedy } = describeCause(job.failureCause)
  return { cause: job.failureCause, message: job.failureMessage ?? sentence, remedy }
}

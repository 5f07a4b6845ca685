import { describeCause } from '#jobs/failure_causes'
import { PHASE_WORDS } from '#jobs/phase_words'
import type Job from '#jobs/job'

/** A job as `--json` shows it; the names are those of the API. Preload video and presetVersion.preset. */
export function jobView(job: Job) {
  return {
    id: job.id,
    videoId: job.videoId,
    videoTitle: job.video.title,
    operation: job.operation,
    work: job.workName,
    ...presetOf(job),
    batchId: job.batchId,
    status: job.status,
    phase: job.phase,
    phaseTitle: job.phase && PHASE_WORDS[job.phase],
    progress: job.progress,
    isPaused: job.isPaused,
    ...outlookOf(job),
    workerTags: job.workerTags,
    attemptCount: job.attemptCount,
    failure: failureOf(job),
    queuedAt: job.queuedAt.toUTC().toISO(),
    startedAt: job.startedAt?.toUTC().toISO() ?? null,
    finishedAt: job.finishedAt?.toUTC().toISO() ?? null,
  }
}

export type JobView = ReturnType<typeof jobView>

function outlookOf({ forecast }: Job) {
  const { position = null, waitsFor = null } = forecast ?? {}
  return { position, eta: etaOf(forecast), waitsFor }
}

function etaOf(forecast: Job['forecast']) {
  const eta = forecast?.eta
  return eta ? { from: eta.from.toUTC().toISO(), to: eta.to.toUTC().toISO() } : null
}

/** Both null where an operation was asked for. */
function presetOf({ presetVersion }: Job) {
  return {
    preset: presetVersion?.preset.name ?? null,
    presetVersion: presetVersion?.version ?? null,
  }
}

function failureOf(job: Job) {
  if (!job.failureCause) return null
  const { sentence, remedy } = describeCause(job.failureCause)
  return { cause: job.failureCause, message: job.failureMessage ?? sentence, remedy }
}

import type { DateTime } from 'luxon'
import { causeJson } from '#http/transformers/cause_json'
import { etaJson } from '#http/transformers/eta_json'
import { phaseJson } from '#http/transformers/phase_json'
import type Attempt from '#jobs/attempt'
import type Job from '#jobs/job'
import { trackJson } from '#http/transformers/track_json'
import type { EncodePlan } from '#media/plan/encode_plan'
import type { PlannedSubtitles } from '#media/subtitles/plan_subtitles'

/** A job, with its video and preset loaded, as lists tell it. */
export function jobJson(job: Job) {
  const self = `/api/v1/jobs/${job.id}`
  return {
    id: job.id,
    video_id: job.videoId,
    video_title: job.video.title,
    ...workJson(job),
    batch_id: job.batchId,
    lane: job.lane,
    priority: job.priority,
    worker_tags: job.workerTags,
    payload_version: job.payloadVersion,
    status: job.status,
    is_held: job.isHeld,
    ...phaseJson(job),
    progress_percentage: Math.round(job.progress * 100),
    position: job.forecast?.position ?? null,
    eta: etaJson(job.forecast?.eta ?? null),
    waits_for: job.forecast?.waitsFor ?? null,
    attempt_count: job.attemptCount,
    cause: causeJson(job.failureCause, job.failureMessage),
    requested_via: job.requestedVia,
    cancelled_by: job.cancelledBy,
    is_cancellation_requested: job.cancelRequestedAt !== null,
    dismissed_by: job.dismissedBy,
    paused_by: job.pauseRequestedBy,
    ...timesJson(job),
    links: { self, video: `/api/v1/videos/${job.videoId}` },
  }
}

/** What people can change of it: its version, for `If-Match`. */
export function editableOfJob({ priority }: Job) {
  return { priority }
}

function timesJson(job: Job) {
  const iso = (at: DateTime | null) => at && at.toUTC().toISO()
  return {
    queued_at: iso(job.queuedAt),
    due_at: iso(job.dueAt),
    started_at: iso(job.startedAt),
    finished_at: iso(job.finishedAt),
    dismissed_at: iso(job.dismissedAt),
    paused_at: iso(job.pausedAt),
  }
}

/** A preset's version, or an operation with its parameters. */
function workJson({ operation, parameters, presetVersion }: Job) {
  const preset = presetVersion?.preset.name ?? null
  return { operation, preset, preset_version: presetVersion?.version ?? null, parameters }
}

/** The same with its plan and its attempts, which are loaded. */
export function wholeJobJson(job: Job) {
  return {
    ...jobJson(job),
    plan: job.plan && planJson(job.plan),
    warnings: job.warnings,
    attempts: job.attempts.map(attemptJson),
  }
}

function planJson(plan: EncodePlan) {
  return {
    renditions: plan.renditions.map(({ name, decision, reason, width, height }) => ({
      name,
      decision,
      reason,
      width: width || null, // the plan of sound says 0
      height: height || null,
    })),
    has_poster: plan.poster !== null,
    poster_kind: plan.poster && (plan.poster.kind ?? 'frame'), // older plans knew frames only
    subtitles: plan.subtitles ? subtitlesJson(plan.subtitles) : null,
  }
}

function subtitlesJson({ tracks, leftOut }: PlannedSubtitles) {
  return {
    tracks: tracks.map(trackJson),
    left_out: leftOut.map(({ label, reason }) => ({ label, reason })),
  }
}

function attemptJson(attempt: Attempt) {
  return {
    number: attempt.number,
    status: attempt.status,
    worker_id: attempt.workerId,
    cpu_seconds: attempt.cpuS,
    wall_seconds: attempt.wallMs === null ? null : attempt.wallMs / 1000,
    peak_memory_bytes: attempt.peakMemoryBytes,
    cause: causeJson(attempt.cause, attempt.message),
    evidence: attempt.evidence,
    started_at: attempt.startedAt.toUTC().toISO(),
    finished_at: attempt.finishedAt?.toUTC().toISO() ?? null,
  }
}

import { LEFT_OUT_REASONS, type BatchPreview } from '#jobs/batches/preview_batch'
import type Batch from '#jobs/batches/batch'
import type { JobStatus } from '#jobs/job_state'

/** A batch, with its preset loaded, and its jobs counted by status. */
export function batchJson(batch: Batch, jobsByStatus: Record<JobStatus, number>) {
  const self = `/api/v1/batches/${batch.id}`
  return {
    id: batch.id,
    state: batch.state,
    preset: batch.presetVersion.preset.name,
    preset_version: batch.presetVersion.version,
    ...filterJson(batch),
    canary_size: batch.canarySize,
    idempotency_key: batch.idempotencyKey,
    job_count: batch.jobCount,
    jobs: jobsByStatus,
    paused: pauseJson(batch),
    cancelled_by: batch.cancelledBy,
    ...timesJson(batch),
    links: { self, jobs: `/api/v1/jobs?batch_id=${batch.id}` },
  }
}

function filterJson({ filter }: Batch) {
  return {
    status: filter.status ?? 'any',
    search: filter.search ?? null,
    tag: filter.tag ?? null,
    lacks_preset: filter.lacksPreset ?? null,
    older_than_days: filter.olderThanDays ?? null,
    max_videos: filter.maxVideos,
  }
}

function pauseJson({ pausedAt, pausedBy, pauseReason }: Batch) {
  return pausedAt && { at: pausedAt.toUTC().toISO(), by: pausedBy, reason: pauseReason }
}

function timesJson(batch: Batch) {
  return {
    created_at: batch.createdAt.toUTC().toISO(),
    released_at: batch.releasedAt?.toUTC().toISO() ?? null,
    finished_at: batch.finishedAt?.toUTC().toISO() ?? null,
    cancelled_at: batch.cancelledAt?.toUTC().toISO() ?? null,
  }
}

/** What a batch would be; nothing was started. */
export function batchPreviewJson({ videos, jobs, leftOut }: BatchPreview) {
  return {
    dry_run: true,
    videos,
    job_count: jobs,
    left_out: leftOut.map((one) => ({ ...one, sentence: LEFT_OUT_REASONS[one.reason] })),
  }
}

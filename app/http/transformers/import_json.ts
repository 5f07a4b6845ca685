import type { DateTime } from 'luxon'
import { duplicateOfJson } from '#http/transformers/video_json'
import type Import from '#jobs/imports/import'

/** An import as the API tells it. */
export function importJson(row: Import) {
  const { progress } = row
  return {
    id: row.id,
    source: row.source,
    address: row.address,
    status: row.status,
    title: row.title,
    tags: row.tags,
    preset: row.preset,
    priority: row.priority,
    duplicate: row.duplicate,
    original_name: row.originalName,
    received_bytes: row.receivedBytes,
    total_bytes: row.totalBytes,
    bytes_per_second: row.bytesPerS,
    progress_percentage: progress === null ? null : Math.floor(progress * 100),
    video_id: row.videoId,
    duplicate_of: duplicateOfJson(row.duplicateOf),
    error: errorJson(row),
    note: row.note,
    failure_count: row.failureCount,
    cancelled_by: row.cancelledBy,
    requested_by: row.requestedBy.name,
    ...timesJson(row),
    links: {
      self: `/api/v1/imports/${row.id}`,
      video: row.videoId === null ? null : `/api/v1/videos/${row.videoId}`,
    },
  }
}

/** Of the last failure, also while it is tried again. */
function errorJson({ errorCode: code, errorMessage: message }: Import) {
  return code === null ? null : { code, message }
}

function timesJson({ createdAt, dueAt, startedAt, finishedAt, status }: Import) {
  const iso = (at: DateTime | null) => at && at.toUTC().toISO()
  return {
    created_at: iso(createdAt),
    due_at: status === 'waiting' ? iso(dueAt) : null,
    started_at: iso(startedAt),
    finished_at: iso(finishedAt),
  }
}

import { duplicateOfJson } from '#http/transformers/video_json'
import type Upload from '#videos/upload'

/** An upload in pieces as the API tells it. */
export function uploadJson({ upload, receivedBytes }: { upload: Upload; receivedBytes: number }) {
  const { refusal, refusalCode, videoId } = upload
  return {
    id: upload.id,
    original_name: upload.originalName,
    status: statusOf(upload),
    received_bytes: receivedBytes,
    size_bytes: upload.sizeBytes,
    video_id: videoId,
    duplicate_of: duplicateOfJson(upload.duplicateOf),
    error: refusal === null ? null : { code: refusalCode ?? 'E_UPLOAD_REFUSED', message: refusal },
    note: upload.note,
    created_at: upload.createdAt.toUTC().toISO(),
    finished_at: upload.finishedAt && upload.finishedAt.toUTC().toISO(),
    links: {
      self: `/api/v1/uploads/${upload.id}`,
      video: videoId === null ? null : `/api/v1/videos/${videoId}`,
    },
  }
}

function statusOf({ finishedAt, refusal }: Upload): 'receiving' | 'completed' | 'refused' {
  if (!finishedAt) return 'receiving'
  return refusal === null ? 'completed' : 'refused'
}

import { trackJson } from '#http/transformers/track_json'
import type Rendition from '#videos/rendition'
import type { RenditionFile } from '#videos/rendition_file'

/** A published file as the API tells it. */
export function renditionJson(rendition: Rendition) {
  return {
    name: rendition.name,
    kind: rendition.kind,
    video_id: rendition.videoId,
    job_id: rendition.jobId,
    mime_type: rendition.mimeType,
    size_bytes: rendition.sizeBytes,
    sha256: rendition.sha256,
    duration_seconds: rendition.durationS,
    width: rendition.width,
    height: rendition.height,
    bit_rate: rendition.bitRate,
    video_codec: rendition.videoCodec,
    audio_codec: rendition.audioCodec,
    decision: rendition.decision,
    reason: rendition.reason,
    created_at: rendition.createdAt.toUTC().toISO(),
    files: rendition.files.map((file) => fileJson(rendition, file)),
    links: { file: mainFilePath(rendition) },
  }
}

/** Where players begin: of several files the first has an address of its own, beside the others. */
export function mainFilePath(rendition: Rendition): string {
  return rendition.files.length > 1
    ? filePath(rendition, rendition.files[0].name)
    : `/api/v1/videos/${rendition.videoId}/renditions/${encodeURIComponent(rendition.name)}`
}

function fileJson(rendition: Rendition, file: RenditionFile) {
  return {
    name: file.name,
    mime_type: file.mimeType,
    size_bytes: file.sizeBytes,
    sha256: file.sha256,
    track: file.track ? trackJson(file.track) : null,
    href: filePath(rendition, file.name),
  }
}

function filePath({ videoId, name }: Rendition, fileName: string): string {
  const at = [name, fileName].map(encodeURIComponent).join('/')
  return `/api/v1/videos/${videoId}/renditions/${at}`
}

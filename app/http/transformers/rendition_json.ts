import type Rendition from '#videos/rendition'

/** A published file as the API tells it. */
export function renditionJson(rendition: Rendition) {
  return {
    name: rendition.name,
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
    links: { file: `/api/v1/videos/${rendition.videoId}/renditions/${rendition.name}` },
  }
}

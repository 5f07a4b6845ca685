import type Video from '#videos/video'

/** A video as the API tells it. */
export function videoJson(video: Video) {
  const self = `/api/v1/videos/${video.id}`
  return {
    id: video.id,
    title: video.title,
    original_name: video.originalName,
    status: video.status,
    size_bytes: video.sizeBytes,
    sha256: video.sha256,
    container: video.container,
    duration_seconds: video.durationS,
    width: video.width,
    height: video.height,
    frame_rate: video.frameRate,
    bit_rate: video.bitRate,
    video_codec: video.videoCodec,
    audio_codec: video.audioCodec,
    has_audio: video.hasAudio,
    created_at: video.createdAt.toUTC().toISO(),
    updated_at: video.updatedAt.toUTC().toISO(),
    links: {
      self,
      status: `${self}/status`,
      renditions: `${self}/renditions`,
      original: `${self}/original`,
      poster: video.posterKey ? `${self}/poster` : null,
    },
  }
}

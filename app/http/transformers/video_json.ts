import type Video from '#videos/video'

/** A video as the API tells it. */
export function videoJson(video: Video) {
  const self = `/api/v1/videos/${video.id}`
  return {
    id: video.id,
    title: video.title,
    tags: video.tags,
    metadata: video.metadata,
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
    ...factsJson(video),
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

/** The video that had the same bytes before; null where none had. */
export function duplicateOfJson(id: number | null) {
  return id === null ? null : { id, href: `/api/v1/videos/${id}` }
}

/** What people can change of it: its version, for `If-Match`. */
export function editableOfVideo({ title, tags, metadata }: Video) {
  return { title, tags, metadata }
}

/** As videoJson, with what only one video at a time is asked for. */
export function videoDetailsJson(video: Video) {
  return { ...videoJson(video), analysis: analysisJson(video) }
}

function factsJson(video: Video) {
  return {
    real_frame_rate: video.realFrameRate,
    is_variable_frame_rate: video.isVfr,
    is_interlaced: video.isInterlaced,
    hdr: video.hdr,
    video_bit_rate: video.videoBitRate,
    audio_bit_rate: video.audioBitRate,
    audio_channels: video.audioChannels,
    audio_layout: video.audioLayout,
    has_subtitles: video.hasSubtitles,
    has_cover_art: video.hasCoverArt,
    has_chapters: video.hasChapters,
    has_data: video.hasData,
    warnings: video.warnings,
  }
}

/** Null until a worker has looked. */
function analysisJson({ analysis }: Video) {
  if (!analysis) return null
  const { colours, loudness, warnings } = analysis
  return {
    colours,
    loudness: loudness && {
      integrated_lufs: loudness.integratedLufs,
      range_lu: loudness.rangeLu,
      true_peak_db: loudness.truePeakDb,
    },
    warnings,
  }
}

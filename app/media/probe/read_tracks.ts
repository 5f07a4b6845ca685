import { audioStreams } from './choose_streams.js'
import type { FfprobeReport, FfprobeStream } from './ffprobe_report.js'
import type { AudioTrack, Chapter, SubtitleTrack } from './media_info.js'
import type { StreamSpan } from './stream_span.js'

/** Subtitles that are words; the others are pictures. */
const TEXT_SUBTITLES = ['subrip', 'ass', 'ssa', 'mov_text', 'webvtt', 'text', 'ttml', 'eia_608']

export function readAudioTracks(report: FfprobeReport, spans: StreamSpan[]): AudioTrack[] {
  return audioStreams(report).map((stream) => readAudioTrack(stream, spans))
}

export function readAudioTrack(stream: FfprobeStream, spans: StreamSpan[]): AudioTrack {
  const span = spans.find(({ index }) => index === stream.index)
  return {
    ...identity(stream),
    channels: stream.channels ?? 0,
    channelLayout: stream.channel_layout ?? null,
    sampleRate: Number(stream.sample_rate ?? 0),
    bitRate: span ? bitRateOf(span) : null,
  }
}

export function readSubtitleTracks({ streams = [] }: FfprobeReport): SubtitleTrack[] {
  return streams
    .filter(({ codec_type: type }) => type === 'subtitle')
    .map((stream) => ({
      ...identity(stream),
      isForced: stream.disposition?.forced === 1,
      isHearingImpaired: stream.disposition?.hearing_impaired === 1,
      isText: TEXT_SUBTITLES.includes(stream.codec_name ?? ''),
    }))
}

export function readChapters({ chapters = [] }: FfprobeReport): Chapter[] {
  return chapters.map(({ start_time: start, end_time: end, tags }) => ({
    startS: Number.parseFloat(start ?? '0'),
    endS: Number.parseFloat(end ?? '0'),
    title: tags?.title ?? null,
  }))
}

/** bit/s; null where it lasts no time. */
export function bitRateOf({ bytes, durationS }: { bytes: number; durationS: number }) {
  return durationS > 0 ? Math.round((bytes * 8) / durationS) : null
}

function identity(stream: FfprobeStream) {
  const language = stream.tags?.language
  return {
    index: stream.index,
    codec: stream.codec_name ?? 'unknown',
    // `und` is how MP4 says nothing
    language: language && language !== 'und' ? language : null,
    title: titleOf(stream.tags),
    isDefault: stream.disposition?.default === 1,
  }
}

/** MP4 keeps a track's title as the name of its handler, next to names that only repeat its type. */
function titleOf(tags: Record<string, string> = {}): string | null {
  const handler = tags.handler_name ?? ''
  const isPlain = /handler|^core media|^iso media|^gpac|^mainconcept|^bento/i.test(handler)
  return tags.title ?? (handler.trim() && !isPlain ? handler.trim() : null)
}

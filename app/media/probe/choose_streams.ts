import { MediaError } from '../errors.js'
import type { FfprobeReport, FfprobeStream } from './ffprobe_report.js'
import type { StreamSpan } from './stream_span.js'

export interface ChosenStreams {
  /** Null where the file lists none; then the sound is what we take. */
  video: FfprobeStream | null
  audio: FfprobeStream | null
}

/** A cover picture is a video stream to ffprobe, and no video to us. */
export function isCoverArt(stream: FfprobeStream): boolean {
  return stream.codec_type === 'video' && stream.disposition?.attached_pic === 1
}

/** Streams with motion pictures, whether or not they can be decoded. */
export function videoStreams(report: FfprobeReport): FfprobeStream[] {
  return (report.streams ?? []).filter((s) => s.codec_type === 'video' && !isCoverArt(s))
}

export function audioStreams(report: FfprobeReport): FfprobeStream[] {
  return (report.streams ?? []).filter((s) => s.codec_type === 'audio')
}

/**
 * The video and the sound that we work with: marked as default before others, first before later,
 * never one without packets.
 * @throws MediaError INPUT_UNDECODABLE when none of the video streams holds a packet, INPUT_NO_VIDEO when there are
 * none and the sound holds none either
 */
export function chooseStreams(report: FfprobeReport, spans: StreamSpan[]): ChosenStreams {
  const filled = new Set(spans.filter(({ packets }) => packets > 0).map(({ index }) => index))
  const videos = videoStreams(report)
  const video = defaultFirst(videos.filter(({ index }) => filled.has(index)))
  const audio = defaultFirst(audioStreams(report).filter(({ index }) => filled.has(index)))

  if (!video && videos.length > 0) {
    throw new MediaError('INPUT_UNDECODABLE', { detail: 'its video stream holds no data' })
  }
  if (!video && !audio) {
    throw new MediaError('INPUT_NO_VIDEO', { detail: 'its sound stream holds no data' })
  }
  return { video, audio }
}

function defaultFirst(streams: FfprobeStream[]): FfprobeStream | null {
  return streams.find(({ disposition }) => disposition?.default === 1) ?? streams[0] ?? null
}

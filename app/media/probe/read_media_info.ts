import { isCoverArt, type ChosenStreams } from './choose_streams.js'
import { fraction } from './ffprobe_report.js'
import type { FfprobeFrame, FfprobeReport, FfprobeStream } from './ffprobe_report.js'
import { measureFrameRate } from './frame_rate.js'
import type { MeasuredSpans } from './measure_spans.js'
import type { AudioInfo, HdrKind, MediaInfo, VideoInfo } from './media_info.js'
import { inputWarnings } from './input_warnings.js'
import { displayGeometry } from './picture_geometry.js'
import {
  bitRateOf,
  readAudioTrack,
  readAudioTracks,
  readChapters,
  readSubtitleTracks,
} from './read_tracks.js'
import type { StreamSpan } from './stream_span.js'

export interface Trial {
  frames: FfprobeFrame[]
  complaints: string
}

export interface Probed {
  sizeBytes: number
  report: FfprobeReport
  packets: MeasuredSpans
  chosen: ChosenStreams
  /** Null where no video was chosen. */
  video: Trial | null
  audio: Trial | null
  isInterlaced: boolean
}

const HDR_TRANSFERS: Record<string, HdrKind> = { 'smpte2084': 'pq', 'arib-std-b67': 'hlg' }

/** Puts what was asked of a file into one picture of it. Pure. */
export function readMediaInfo(probed: Probed): MediaInfo {
  const { report, chosen, sizeBytes } = probed
  const video = chosen.video && readVideo(chosen.video, probed)
  const audio = chosen.audio && readAudio(chosen.audio, probed)
  const { startS, durationS } = wholeSpan(video, audio)
  return {
    container: report.format?.format_name ?? 'unknown',
    durationS,
    claimedDurationS: seconds(report.format?.duration),
    startS: seconds(report.format?.start_time) ?? startS,
    sizeBytes,
    bitRate: bitRateOf({ bytes: sizeBytes, durationS }),
    video,
    audio,
    audioTracks: readAudioTracks(report, probed.packets.spans),
    subtitleTracks: readSubtitleTracks(report),
    chapters: readChapters(report),
    ...presence(report),
    warnings: inputWarnings(probed, { video, audio }),
    spans: probed.packets.spans,
    raw: report,
  }
}

function readVideo(stream: FfprobeStream, probed: Probed): VideoInfo | null {
  const [frame] = probed.video?.frames ?? []
  if (!frame) return null
  const span = spanOf(stream, probed)
  const coded = { width: frame.width ?? 0, height: frame.height ?? 0 }
  const frameAspect = fraction(frame.sample_aspect_ratio) ? frame.sample_aspect_ratio : undefined
  return {
    ...codecOf(stream, frame),
    ...displayGeometry({ ...coded, sampleAspectRatio: frameAspect }, stream),
    ...measureFrameRate(stream, span),
    ...colourOf(stream, frame),
    ...timesOf(span),
    codedWidth: coded.width,
    codedHeight: coded.height,
    realFrameRate: fraction(stream.r_frame_rate),
    isInterlaced: probed.isInterlaced,
    dolbyVisionProfile: dolbyVisionOf(stream),
    frameCount: span.packets,
    timeBase: stream.time_base ?? '1/90000',
    hasIrregularTimestamps: span.hiddenPackets + span.repeatedPts + span.fallingDts > 0,
    lastFrameS: span.lastStepS,
  }
}

function codecOf(stream: FfprobeStream, frame: FfprobeFrame) {
  const pixelFormat = frame.pix_fmt ?? stream.pix_fmt ?? 'unknown'
  return {
    index: stream.index,
    codec: stream.codec_name ?? 'unknown',
    profile: stream.profile ?? null,
    level: stream.level !== undefined && stream.level > 0 ? stream.level : null,
    pixelFormat,
    bitDepth: bitDepthOf(pixelFormat),
  }
}

function colourOf(stream: FfprobeStream, frame: FfprobeFrame) {
  const transfer = known(frame.color_transfer) ?? known(stream.color_transfer)
  const pixelFormat = frame.pix_fmt ?? ''
  return {
    colorMatrix: known(frame.color_space) ?? known(stream.color_space),
    colorPrimaries: known(frame.color_primaries) ?? known(stream.color_primaries),
    colorTransfer: transfer,
    isFullRange: frame.color_range === 'pc' || pixelFormat.startsWith('yuvj'),
    hdr: HDR_TRANSFERS[transfer ?? ''] ?? null,
  }
}

function readAudio(stream: FfprobeStream, probed: Probed): AudioInfo | null {
  if (!hasFrames(probed.audio)) return null
  return {
    ...readAudioTrack(stream, probed.packets.spans),
    ...timesOf(spanOf(stream, probed)),
    profile: stream.profile ?? null,
  }
}

function presence(report: FfprobeReport) {
  const types = (report.streams ?? []).map(({ codec_type: type }) => type)
  return {
    hasSubtitles: types.includes('subtitle'),
    hasCoverArt: (report.streams ?? []).some(isCoverArt),
    hasChapters: (report.chapters ?? []).length > 0,
    hasData: types.includes('data') || types.includes('attachment'),
  }
}

function timesOf({ startS, durationS, bytes }: StreamSpan) {
  return { startS, durationS, bitRate: bitRateOf({ bytes, durationS }) }
}

function wholeSpan(video: VideoInfo | null, audio: AudioInfo | null) {
  const streams = [video, audio].filter((stream) => stream !== null)
  const startS = Math.min(...streams.map((stream) => stream.startS))
  const endS = Math.max(...streams.map((stream) => stream.startS + (stream.durationS ?? 0)))
  return { startS, durationS: endS - startS }
}

function spanOf({ index }: FfprobeStream, { packets }: Probed): StreamSpan {
  const span = packets.spans.find((candidate) => candidate.index === index)
  if (!span) throw new Error(`Stream ${index} was chosen though it holds no packet`)
  return span
}

function dolbyVisionOf({ side_data_list: sideData = [] }: FfprobeStream): number | null {
  return sideData.find(({ dv_profile: profile }) => profile !== undefined)?.dv_profile ?? null
}

/** `yuv420p10le` and `p010le` hold 10 bits. */
function bitDepthOf(pixelFormat: string): number {
  const match = /(?:p|gray|gbrap?|x2rgb|x2bgr|p0)(9|10|12|14|16)(?:le|be)?$/.exec(pixelFormat)
  return match ? Number(match[1]) : 8
}

function hasFrames(trial: Trial | null): boolean {
  return trial !== null && trial.frames.length > 0
}

function known(value: string | undefined): string | null {
  return value && !['unknown', 'unspecified', 'reserved'].includes(value) ? value : null
}

function seconds(text: string | undefined): number | null {
  const value = Number.parseFloat(text ?? '')
  return Number.isFinite(value) ? value : null
}

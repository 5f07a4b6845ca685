import { audioStreams, videoStreams } from './choose_streams.js'
import { MediaError } from '../errors.js'
import type { FfprobeFrame, FfprobeReport, FfprobeStream } from './ffprobe_report.js'
import type { MediaInfo } from './media_info.js'
import type { ProbeLimits } from './probe_limits.js'

/** Below this part of what the header promises, a cut-off file is not worth publishing. */
const ENOUGH_SURVIVES = 0.5
const CUT_OFF = /ended prematurely|partial file|truncat|EOF while reading|Invalid data found/i

interface Seen {
  limits: ProbeLimits
  complaints: string
}

/** @throws MediaError INPUT_TOO_MANY_BYTES */
export function refuseSize(sizeBytes: number, { maxSizeBytes = Infinity }: ProbeLimits): void {
  if (sizeBytes <= maxSizeBytes) return
  const detail = `${sizeBytes} bytes, allowed are ${maxSizeBytes}`
  throw new MediaError('INPUT_TOO_MANY_BYTES', { detail })
}

/** @throws MediaError for what the header alone rules out */
export function refuseHeader(report: FfprobeReport, { limits, complaints }: Seen): void {
  const streams = report.streams ?? []
  if (streams.length === 0) {
    throw new MediaError('INPUT_UNREADABLE', { detail: 'no streams', evidence: complaints })
  }
  if (streams.length > limits.maxStreams) {
    const detail = `${streams.length} streams, allowed are ${limits.maxStreams}`
    throw new MediaError('INPUT_TOO_MANY_STREAMS', { detail })
  }
  refuseNoVideo(report, complaints)
}

function refuseNoVideo(report: FfprobeReport, evidence: string): void {
  const videos = videoStreams(report)
  if (videos.length === 0) {
    const detail = audioStreams(report).length > 0 ? 'it holds sound only' : undefined
    throw new MediaError('INPUT_NO_VIDEO', { detail, evidence })
  }
  const known = videos.some(({ codec_name: name }) => name && name !== 'unknown')
  if (!known) throw new MediaError('INPUT_UNSUPPORTED_CODEC', { detail: codecOf(videos[0]) })
}

/** @throws MediaError when no picture came out of the trial decode */
export function refuseUndecodable(
  stream: FfprobeStream,
  trial: { frames: FfprobeFrame[]; complaints: string }
): void {
  if (trial.frames.length > 0) return
  const evidence = trial.complaints
  if (/no decoder|unsupported codec|not implemented/i.test(evidence)) {
    throw new MediaError('INPUT_UNSUPPORTED_CODEC', { detail: codecOf(stream), evidence })
  }
  if (/exceeds specified max pixel count/i.test(evidence)) {
    throw new MediaError('INPUT_TOO_LARGE', { evidence })
  }
  throw new MediaError('INPUT_UNDECODABLE', { detail: codecOf(stream), evidence })
}

/** @throws MediaError for what only the measured whole rules out */
export function refuseInfo(info: MediaInfo, { limits, complaints }: Seen): void {
  const { video } = info
  if (video.codedWidth * video.codedHeight > limits.maxPixels) {
    const detail = `${video.codedWidth}x${video.codedHeight}, allowed are ${limits.maxPixels} pixels`
    throw new MediaError('INPUT_TOO_LARGE', { detail })
  }
  if (info.durationS > limits.maxDurationS) {
    const detail = `${info.durationS.toFixed(1)} s, allowed are ${limits.maxDurationS} s`
    throw new MediaError('INPUT_TOO_LONG', { detail })
  }
  refuseRate(info, limits)
  if (info.durationS === 0 && video.frameCount > 1) throw new MediaError('INPUT_NO_DURATION')
  refuseCutOff(info, complaints)
}

/** A few pictures close together are a jitter; a second's worth of them is work without end. */
function refuseRate({ video }: MediaInfo, { maxFrameRate = Infinity }: ProbeLimits): void {
  if (video.frameRate <= maxFrameRate || video.frameCount <= maxFrameRate) return
  const detail = `${Math.round(video.frameRate)} pictures a second, allowed are ${maxFrameRate}`
  throw new MediaError('INPUT_FRAME_RATE', { detail })
}

function refuseCutOff(info: MediaInfo, evidence: string): void {
  const claimedS = info.claimedDurationS
  if (!claimedS || !CUT_OFF.test(evidence)) return
  if (info.durationS >= claimedS * ENOUGH_SURVIVES) return
  const detail = `the header promises ${claimedS.toFixed(1)} s, the data holds ${info.durationS.toFixed(1)} s`
  throw new MediaError('INPUT_TRUNCATED', { detail, evidence })
}

function codecOf({ codec_name: name, codec_tag_string: tag }: FfprobeStream): string {
  return name && name !== 'unknown' ? name : (tag ?? 'unknown')
}

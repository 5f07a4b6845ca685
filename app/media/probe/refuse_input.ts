import { audioStreams, videoStreams } from './choose_streams.js'
import { isCutOff } from './cut_off.js'
import { MediaError } from '../errors.js'
import type { FfprobeFrame, FfprobeReport, FfprobeStream } from './ffprobe_report.js'
import type { MediaInfo, VideoInfo } from './media_info.js'
import type { ProbeLimits } from './probe_limits.js'

interface Seen {
  limits: ProbeLimits
  complaints: string
}

interface Trial {
  frames: FfprobeFrame[]
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
  refuseNothingToDo(report, complaints)
}

function refuseNothingToDo(report: FfprobeReport, evidence: string): void {
  const videos = videoStreams(report)
  const hasSound = audioStreams(report).length > 0
  if (videos.length === 0 && !hasSound) throw new MediaError('INPUT_NO_VIDEO', { evidence })
  const isKnown = videos.some(({ codec_name: name }) => name && name !== 'unknown')
  if (videos.length === 0 || isKnown) return
  throw new MediaError('INPUT_UNSUPPORTED_CODEC', { detail: codecOf(videos[0]) })
}

/** @throws MediaError when no picture came out of the trial decode */
export function refuseUndecodable(stream: FfprobeStream, trial: Trial): void {
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

/** Of a file without pictures. @throws MediaError when no sound came out of the trial decode */
export function refuseUndecodableSound(stream: FfprobeStream, trial: Trial): void {
  if (trial.frames.length > 0) return
  const detail = `it holds only sound, in a codec that cannot be decoded here (${codecOf(stream)})`
  throw new MediaError('INPUT_NO_VIDEO', { detail, evidence: trial.complaints })
}

/** @throws MediaError for what only the measured whole rules out */
export function refuseInfo(info: MediaInfo, { limits, complaints }: Seen): void {
  const { video } = info
  if (video) refusePixels(video, limits)
  if (info.durationS > limits.maxDurationS) {
    const detail = `${info.durationS.toFixed(1)} s, allowed are ${limits.maxDurationS} s`
    throw new MediaError('INPUT_TOO_LONG', { detail })
  }
  if (video) refuseRate(video, limits)
  // One picture may stand without time; sound cannot.
  const isOnePicture = video !== null && video.frameCount <= 1
  if (info.durationS === 0 && !isOnePicture) throw new MediaError('INPUT_NO_DURATION')
  refuseCutOff(info, complaints)
}

function refusePixels({ codedWidth, codedHeight }: VideoInfo, { maxPixels }: ProbeLimits): void {
  if (codedWidth * codedHeight <= maxPixels) return
  const detail = `${codedWidth}x${codedHeight}, allowed are ${maxPixels} pixels`
  throw new MediaError('INPUT_TOO_LARGE', { detail })
}

/** A few pictures close together are a jitter; a second's worth of them is work without end. */
function refuseRate(video: VideoInfo, { maxFrameRate = Infinity }: ProbeLimits): void {
  if (video.frameRate <= maxFrameRate || video.frameCount <= maxFrameRate) return
  const detail = `${Math.round(video.frameRate)} pictures a second, allowed are ${maxFrameRate}`
  throw new MediaError('INPUT_FRAME_RATE', { detail })
}

function refuseCutOff(info: MediaInfo, evidence: string): void {
  if (!isCutOff(info, evidence)) return
  const claimed = info.claimedDurationS?.toFixed(1)
  const detail = `the header promises ${claimed} s, the data holds ${info.durationS.toFixed(1)} s`
  throw new MediaError('INPUT_TRUNCATED', { detail, evidence })
}

function codecOf({ codec_name: name, codec_tag_string: tag }: FfprobeStream): string {
  return name && name !== 'unknown' ? name : (tag ?? 'unknown')
}

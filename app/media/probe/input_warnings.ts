import type { AudioInfo, MediaWarning, VideoInfo } from './media_info.js'
import type { FfprobeReport } from './ffprobe_report.js'

/** More pictures per second than any camera of ours makes. */
const IMPLAUSIBLE_RATE = 240
const WRONG_SIZE = /Picture size .* is invalid/

interface Seen {
  report: FfprobeReport
  chosen: { audio: { codec_name?: string } | null }
  video: Trial | null
  audio: Trial | null
}

interface Trial {
  complaints: string
  frames: { interlaced_frame?: number }[]
}

interface Found {
  video: VideoInfo | null
  audio: AudioInfo | null
}

/** What people should know about a file that we take. */
export function inputWarnings(seen: Seen, { video, audio }: Found): MediaWarning[] {
  const warnings = video ? pictureWarnings(seen, video) : soundWarnings(seen, audio)
  return warnings.filter((warning) => warning !== null)
}

type Warnings = (MediaWarning | null)[]

function pictureWarnings(seen: Seen, video: VideoInfo): Warnings {
  const { complaints = '', frames = [] } = seen.video ?? {}
  return [
    durationMismatch(seen.report, { what: 'pictures span', heldS: video.durationS ?? 0 }),
    audioUndecodable(seen),
    animatedImage(seen.report),
    sizeClaim(complaints),
    frameRate(video),
    decodeErrors(complaints),
    dolbyVision(video),
    unmarkedInterlacing(frames, video),
  ]
}

function soundWarnings(seen: Seen, audio: AudioInfo | null): Warnings {
  return [
    durationMismatch(seen.report, { what: 'sound spans', heldS: audio?.durationS ?? 0 }),
    decodeErrors(seen.audio?.complaints ?? ''),
  ]
}

function durationMismatch(
  report: FfprobeReport,
  { what, heldS }: { what: string; heldS: number }
): MediaWarning | null {
  const claimedS = Number.parseFloat(report.format?.duration ?? '')
  if (!Number.isFinite(claimedS)) return null
  if (Math.abs(claimedS - heldS) <= Math.max(0.5, claimedS * 0.05)) return null
  const text = `The file claims ${claimedS.toFixed(1)} s, its ${what} ${heldS.toFixed(1)} s.`
  return { code: 'DURATION_MISMATCH', text }
}

function audioUndecodable(seen: Seen): MediaWarning | null {
  if (!seen.audio || seen.audio.frames.length > 0) return null
  const codec = seen.chosen.audio?.codec_name ?? 'unknown'
  const text = `The sound (${codec}) cannot be decoded and is left out.`
  return { code: 'AUDIO_UNDECODABLE', text }
}

function animatedImage(report: FfprobeReport): MediaWarning | null {
  if (report.format?.format_name !== 'gif') return null
  return { code: 'ANIMATED_IMAGE', text: 'An animated picture (GIF), taken as a silent video.' }
}

function sizeClaim(complaints: string): MediaWarning | null {
  if (!WRONG_SIZE.test(complaints)) return null
  const text = 'The header claims an impossible picture size; the decoded size is used.'
  return { code: 'SIZE_CLAIM_WRONG', text }
}

function frameRate(video: VideoInfo): MediaWarning | null {
  if (video.frameRate <= IMPLAUSIBLE_RATE) return null
  const text = `The file claims ${Math.round(video.frameRate)} pictures a second.`
  return { code: 'FRAME_RATE_IMPLAUSIBLE', text }
}

function decodeErrors(complaints: string): MediaWarning | null {
  const lines = complaints.split('\n').filter((line) => line.trim() && !WRONG_SIZE.test(line))
  if (lines.length === 0) return null
  const text = `The decoder complained ${lines.length} times at the beginning: ${lines[0].trim()}`
  return { code: 'DECODE_ERRORS', text }
}

/** Profile 5 keeps its colours in a form of its own that only Dolby's decoders know; the others carry HDR10, HLG or SDR. */
function dolbyVision({ dolbyVisionProfile }: VideoInfo): MediaWarning | null {
  if (dolbyVisionProfile !== 5) return null
  const text =
    'Dolby Vision profile 5: its colours need a Dolby decoder and come out wrong in renditions. ' +
    'Upload an HDR10, HLG or SDR version where there is one.'
  return { code: 'DOLBY_VISION_COLOURS', text }
}

function unmarkedInterlacing(frames: Trial['frames'], video: VideoInfo): MediaWarning | null {
  const isMarked = frames.some(({ interlaced_frame: mark }) => mark === 1)
  if (!video.isInterlaced || isMarked) return null
  const text = 'The pictures are interlaced though the file does not say so; they are deinterlaced.'
  return { code: 'INTERLACED_UNMARKED', text }
}

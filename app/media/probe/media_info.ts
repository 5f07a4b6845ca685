import type { StreamSpan } from './stream_span.js'

export const HDR_KINDS = ['pq', 'hlg'] as const
export type HdrKind = (typeof HDR_KINDS)[number]

/** What is in a file, as measured; header claims that contradict the packets are not believed. */
export interface MediaInfo {
  /** ffprobe's demuxer name, such as `mov,mp4,m4a,3gp,3g2,mj2`. */
  container: string
  /** Measured from packets: from the first moment of picture or sound to the last. */
  durationS: number
  /** What the header claims; null when it claims nothing. */
  claimedDurationS: number | null
  /** Seconds; ffmpeg counts its time from here. */
  startS: number
  sizeBytes: number
  /** bit/s of the whole file; null when it lasts no time. */
  bitRate: number | null
  /** Null for sound alone; cover art is no video. */
  video: VideoInfo | null
  /** The default audio track that can be decoded, or null; never null beside `video: null`. */
  audio: AudioInfo | null
  /** Every audio track, decodable or not. */
  audioTracks: AudioTrack[]
  subtitleTracks: SubtitleTrack[]
  chapters: Chapter[]
  hasSubtitles: boolean
  hasCoverArt: boolean
  hasChapters: boolean
  hasData: boolean
  /** Things that people should know though the file is accepted. */
  warnings: MediaWarning[]
  /** Span of each stream with packets, by stream index. */
  spans: StreamSpan[]
  /** ffprobe's JSON: format, streams, chapters. NUL characters are replaced: Postgres refuses them. */
  raw: unknown
}

/** What has pictures. */
export type PicturedInfo = MediaInfo & { video: VideoInfo }

/** False for sound alone. */
export function hasPictures(info: MediaInfo): info is PicturedInfo {
  return info.video !== null
}

export interface VideoInfo {
  index: number
  codec: string
  profile: string | null
  level: number | null
  pixelFormat: string
  bitDepth: number
  /** As displayed: after rotation and with square pixels. */
  width: number
  height: number
  codedWidth: number
  codedHeight: number
  /** Degrees clockwise that the picture must be turned for display: 0, 90, 180, 270 or between. */
  rotation: number
  /** The display matrix also mirrors. */
  isFlipped: boolean
  /** Such as `4:3`; `1:1` when unknown. */
  sampleAspectRatio: string
  /** Pictures per second on average, measured. */
  frameRate: number
  /** The same as an exact fraction where the header names one that fits, such as `30000/1001`. */
  frameRateFraction: string
  /** ffprobe's r_frame_rate, which may lie (57600/1 has been seen); for display only. */
  realFrameRate: number | null
  isVariableFrameRate: boolean
  /** By mark or by sight. */
  isInterlaced: boolean
  hdr: HdrKind | null
  /** Such as 5 or 8; null where there is no Dolby Vision. */
  dolbyVisionProfile: number | null
  /** ffprobe's color_space, color_primaries, color_transfer, color_range; null when not stated. */
  colorMatrix: string | null
  colorPrimaries: string | null
  colorTransfer: string | null
  isFullRange: boolean
  /** bit/s, measured; null when it lasts no time. */
  bitRate: number | null
  durationS: number | null
  startS: number
  frameCount: number
  /** Unit of its timestamps as a fraction of a second, such as `1/90000`. */
  timeBase: string
  /** Packets that an edit list hides, or timestamps that repeat or run backwards. */
  hasIrregularTimestamps: boolean
  /** Seconds that the last picture stays. */
  lastFrameS: number
}

export interface AudioTrack {
  index: number
  codec: string
  channels: number
  /** Such as `5.1(side)`; null when not stated. */
  channelLayout: string | null
  sampleRate: number
  /** bit/s, measured; null when it lasts no time. */
  bitRate: number | null
  /** Such as `eng`; null when not stated. */
  language: string | null
  title: string | null
  isDefault: boolean
}

export interface SubtitleTrack {
  index: number
  codec: string
  language: string | null
  title: string | null
  isDefault: boolean
  isForced: boolean
  /** Also tells what is heard. */
  isHearingImpaired: boolean
  /** Words; false for pictures of words. */
  isText: boolean
}

export interface Chapter {
  startS: number
  endS: number
  title: string | null
}

export interface AudioInfo extends AudioTrack {
  profile: string | null
  durationS: number | null
  startS: number
}

export const MEDIA_WARNINGS = [
  'DURATION_MISMATCH',
  'AUDIO_UNDECODABLE',
  'ANIMATED_IMAGE',
  'SIZE_CLAIM_WRONG',
  'FRAME_RATE_IMPLAUSIBLE',
  'DECODE_ERRORS',
  'SHORTENED',
  'DOLBY_VISION_COLOURS',
  'INTERLACED_UNMARKED',
  'SUBTITLES_LEFT_OUT',
  'SUBTITLES_CHANGED',
] as const

export interface MediaWarning {
  code: (typeof MEDIA_WARNINGS)[number]
  text: string
}

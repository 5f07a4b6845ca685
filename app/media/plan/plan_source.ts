import type { HdrKind, MediaInfo, VideoInfo } from '../probe/media_info.js'
import type { PlannedTrim } from './plan_trim.js'

/** What the arguments need to know of the source. Of sound alone all that speaks of pictures is 0 or plain. */
export interface PlannedSource {
  /** Null for sound alone. */
  videoIndex: number | null
  audioIndex: number | null
  /** As displayed. */
  width: number
  height: number
  durationS: number
  isInterlaced: boolean
  hdr: HdrKind | null
  /** swscale's name of the matrix from which RGB is made. */
  colorMatrix: 'bt709' | 'bt601' | 'bt2020' | 'smpte240m' | 'fcc'
  /** Source pictures are thinned out to this rate; null where they are few enough. */
  maxFrameRate: number | null
  /** Unit of the timestamps of what is encoded, in seconds, such as `1/25`. */
  timeBase: string
  isVariableFrameRate: boolean
  frameRate: number
  frameCount: number
  /** Seconds that the last picture stays. */
  lastFrameS: number
  /** The part that is read, or null for all; all else here speaks of that part alone. */
  trim: PlannedTrim | null
  /** How far before a moment it is read to show that moment, in seconds; null: from its start. See plan_seek. */
  leadS: number | null
}

interface SourceOptions {
  trim: PlannedTrim | null
  mustDeinterlace: boolean
  leadS: number | null
}

/** More pictures a second than screens show cost without being seen. */
export const MAX_FRAME_RATE = 60
const TOLERANCE = 0.5
/** Finer clocks than this come from damaged or hostile headers. */
const FINEST_CLOCK_HZ = 100_000
const USUAL_CLOCK = '1/90000'

type Pictures = Omit<PlannedSource, 'audioIndex' | 'durationS' | 'trim' | 'leadS'>

const NO_PICTURES: Pictures = {
  videoIndex: null,
  ...{ width: 0, height: 0, frameRate: 0, frameCount: 0, lastFrameS: 0 },
  ...{ isInterlaced: false, isVariableFrameRate: false, hdr: null, colorMatrix: 'bt709' },
  ...{ maxFrameRate: null, timeBase: USUAL_CLOCK },
}

export function planSource(
  info: MediaInfo,
  options: SourceOptions = { trim: null, mustDeinterlace: false, leadS: 0 }
): PlannedSource {
  return {
    ...(info.video ? picturesOf(info.video, options.mustDeinterlace) : NO_PICTURES),
    audioIndex: info.audio?.index ?? null,
    durationS: info.durationS,
    trim: options.trim,
    leadS: options.leadS,
  }
}

function picturesOf(video: VideoInfo, mustDeinterlace: boolean): Pictures {
  const maxFrameRate = cappedRate(video)
  return {
    videoIndex: video.index,
    width: video.width,
    height: video.height,
    isInterlaced: video.isInterlaced || mustDeinterlace,
    hdr: video.hdr,
    colorMatrix: matrixOf(video),
    maxFrameRate,
    timeBase: maxFrameRate ? `1/${maxFrameRate}` : clockOf(video),
    isVariableFrameRate: video.isVariableFrameRate && maxFrameRate === null,
    frameRate: Math.min(video.frameRate, maxFrameRate ?? Infinity),
    frameCount: video.frameCount,
    lastFrameS: video.lastFrameS,
  }
}

function cappedRate({ frameRate }: VideoInfo): number | null {
  return frameRate > MAX_FRAME_RATE + TOLERANCE ? MAX_FRAME_RATE : null
}

/** A steady source gets its own rhythm as the clock, which takes out jitter; others keep their fine clock. */
function clockOf(video: VideoInfo): string {
  if (!video.isVariableFrameRate) return video.frameRateFraction.split('/').reverse().join('/')
  const [numerator, denominator] = video.timeBase.split('/').map(Number)
  const isUsable = numerator === 1 && denominator >= 100 && denominator <= FINEST_CLOCK_HZ
  return isUsable ? video.timeBase : USUAL_CLOCK
}

/** Unmarked small pictures are SD television's colours, unmarked large ones HD's, as players assume. */
function matrixOf({ colorMatrix, codedHeight }: VideoInfo): PlannedSource['colorMatrix'] {
  if (colorMatrix?.startsWith('bt2020')) return 'bt2020'
  if (colorMatrix === 'bt709' || colorMatrix === 'smpte240m' || colorMatrix === 'fcc') {
    return colorMatrix
  }
  if (colorMatrix) return 'bt601'
  return codedHeight >= 720 ? 'bt709' : 'bt601'
}

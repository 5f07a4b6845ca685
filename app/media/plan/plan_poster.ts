import type { AudioInfo, PicturedInfo } from '../probe/media_info.js'
import type { PosterRecipe } from '../recipe/recipe.js'
import type { Size } from './rendition_size.js'

/** The still that stands for the video: one of its pictures, or a drawing of its sound where it has none. */
export type PlannedPoster = PlannedFrame | PlannedWaveform

interface PosterFile extends Size {
  fileName: string
}

/** Made by the one ffmpeg that makes the renditions. */
export interface PlannedFrame extends PosterFile {
  kind: 'frame'
  /** Seconds on ffmpeg's clock (from the start of the file) from which pictures are looked at. */
  fromS: number
  /** False: exactly the picture at `fromS`; true: the best of several from there, never a black one if it can be helped. */
  isChosen: boolean
  /** Read in a second, short pass over the input because no rendition decodes it. */
  isOwnInput: boolean
}

/** Drawn in a run of its own. */
export interface PlannedWaveform extends PosterFile {
  kind: 'waveform'
  /** Of the stream in the source. */
  audioIndex: number
  /** Of the sound, in seconds. */
  durationS: number
}

const FILE_NAME = 'poster.jpg'
/** As wide as posters are shown, at the shape of a player. */
const WAVEFORM: Size = { width: 1280, height: 720 }
/** Far enough in to be past titles and fades. */
const SENSIBLE_PART = 0.1

export function planPoster(
  info: PicturedInfo,
  wanted: PosterRecipe,
  isOwnInput: boolean
): PlannedFrame {
  const fromS = clampToVideo(info, wanted.atS)
  return {
    kind: 'frame',
    fileName: FILE_NAME,
    ...posterSize(info.video, wanted.width),
    fromS: Math.round(fromS * 1000) / 1000,
    isChosen: wanted.atS === null,
    isOwnInput,
  }
}

/** How loud the sound is from its beginning to its end. */
export function planWaveform({ index, durationS }: AudioInfo): PlannedWaveform {
  const audio = { audioIndex: index, durationS: durationS ?? 0 }
  return { kind: 'waveform', fileName: FILE_NAME, ...WAVEFORM, ...audio }
}

/** ffmpeg's clock starts with the first stream, which may be the sound. */
function clampToVideo({ video, startS }: PicturedInfo, atS: number | null): number {
  const leadS = Math.max(0, video.startS - startS)
  const lastS = Math.max(0, (video.durationS ?? 0) - video.lastFrameS)
  return leadS + Math.min(lastS, atS ?? lastS * SENSIBLE_PART)
}

function posterSize(video: Size, maxWidth: number): Size {
  const width = Math.max(2, Math.min(maxWidth, video.width))
  const height = Math.max(2, Math.round((video.height * width) / video.width))
  return { width, height }
}

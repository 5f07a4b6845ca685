import type { MediaInfo } from '../probe/media_info.js'
import type { PosterRecipe } from '../recipe/recipe.js'
import type { Size } from './rendition_size.js'

export interface PlannedPoster extends Size {
  fileName: string
  /** Seconds on ffmpeg's clock (from the start of the file) from which pictures are looked at. */
  fromS: number
  /** False: exactly the picture at `fromS`; true: the best of several from there, never a black one if it can be helped. */
  isChosen: boolean
  /** Read in a second, short pass over the input because no rendition decodes it. */
  isOwnInput: boolean
}

/** Far enough in to be past titles and fades. */
const SENSIBLE_PART = 0.1

export function planPoster(
  info: MediaInfo,
  wanted: PosterRecipe,
  isOwnInput: boolean
): PlannedPoster {
  const fromS = clampToVideo(info, wanted.atS)
  return {
    fileName: 'poster.jpg',
    ...posterSize(info.video, wanted.width),
    fromS: Math.round(fromS * 1000) / 1000,
    isChosen: wanted.atS === null,
    isOwnInput,
  }
}

/** ffmpeg's clock starts with the first stream, which may be the sound. */
function clampToVideo({ video, startS }: MediaInfo, atS: number | null): number {
  const leadS = Math.max(0, video.startS - startS)
  const lastS = Math.max(0, (video.durationS ?? 0) - video.lastFrameS)
  return leadS + Math.min(lastS, atS ?? lastS * SENSIBLE_PART)
}

function posterSize(video: Size, maxWidth: number): Size {
  const width = Math.max(2, Math.min(maxWidth, video.width))
  const height = Math.max(2, Math.round((video.height * width) / video.width))
  return { width, height }
}

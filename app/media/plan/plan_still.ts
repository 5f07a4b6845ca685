import type { PicturedInfo } from '../probe/media_info.js'

export interface PlannedStill {
  /** Seconds on ffmpeg's clock (from the start of the part that is read) from which pictures are looked at. */
  fromS: number
  /** False: exactly the picture at `fromS`; true: the best of several from there, never a black one if it can be helped. */
  isChosen: boolean
  /** Read in a second, short pass over the input because no rendition decodes it. */
  isOwnInput: boolean
}

/** Far enough in to be past titles and fades. */
const SENSIBLE_PART = 0.1

/** @param atS seconds from the start, or null for a moment that shows something */
export function planStill(
  info: PicturedInfo,
  atS: number | null,
  isOwnInput: boolean
): PlannedStill {
  const fromS = Math.round(clampToVideo(info, atS) * 1000) / 1000
  return { fromS, isChosen: atS === null, isOwnInput }
}

/** ffmpeg's clock starts with the first stream, which may be the sound. */
function clampToVideo({ video, startS }: PicturedInfo, atS: number | null): number {
  const leadS = Math.max(0, video.startS - startS)
  const lastS = Math.max(0, (video.durationS ?? 0) - video.lastFrameS)
  return leadS + Math.min(lastS, Math.max(0, atS ?? lastS * SENSIBLE_PART))
}

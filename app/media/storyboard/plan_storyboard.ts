import type { PicturedInfo } from '../probe/media_info.js'
import type { StoryboardRecipe } from '../recipe/recipe.js'
import type { Size } from '../plan/rendition_size.js'

/** Small pictures of the whole video for the hover preview of players. */
export interface PlannedStoryboard {
  /** Of the published rendition. */
  name: string
  /** Holds the small pictures with their moments until they become sheets. */
  fileName: string
  tile: Size
  /** Tiles beside and below each other in a full sheet. */
  columns: number
  rows: number
  /** From one tile to the next, at least; a tile's true moment is measured. */
  everyS: number
  durationS: number
  /** Read in a pass of its own because nothing else decodes the source. */
  isOwnInput: boolean
  /** That pass decodes key frames only: a twelfth of the work, at moments that the source chose. */
  isKeyFramesOnly: boolean
}

/** Steps that people expect, in seconds. */
const STEPS_S = [1, 2, 5, 10, 15, 20, 30, 60]
/** Below this a full decode costs little, and key frames are few. */
const KEY_FRAMES_FROM_S = 120
/** Key frames for each wanted tile, on average. */
const FEWEST_KEY_FRAMES = 0.5

/** @param isOwnInput whether nothing else of the plan decodes the source */
export function planStoryboard(
  info: PicturedInfo,
  wanted: StoryboardRecipe,
  isOwnInput: boolean
): PlannedStoryboard {
  const { durationS } = info
  const everyS = stepS(durationS, wanted.maxTiles)
  const isLong = durationS >= KEY_FRAMES_FROM_S
  return {
    name: 'storyboard',
    fileName: 'storyboard.mkv',
    tile: tileSize(info.video, wanted.tileWidth),
    columns: wanted.columns,
    rows: wanted.columns,
    everyS,
    durationS,
    isOwnInput,
    isKeyFramesOnly: isOwnInput && isLong && hasKeyFramesFor(info, durationS / everyS),
  }
}

/** Fewer would leave the same picture standing for most of the bar: everything is decoded then, twelve times the work. */
function hasKeyFramesFor({ spans, video }: PicturedInfo, tiles: number): boolean {
  const keyPackets = spans.find(({ index }) => index === video.index)?.keyPackets
  return keyPackets === undefined || keyPackets >= tiles * FEWEST_KEY_FRAMES
}

/** Within a square, so that upright videos get no giant sheets. */
function tileSize(video: Size, side: number): Size {
  const scale = side / Math.max(video.width, video.height)
  return { width: even(video.width * scale), height: even(video.height * scale) }
}

function even(pixels: number): number {
  return Math.max(2, 2 * Math.round(pixels / 2))
}

function stepS(durationS: number, maxTiles: number): number {
  const usual = STEPS_S.find((step) => Math.ceil(durationS / step) <= maxTiles)
  return usual ?? Math.ceil((durationS / maxTiles) * 1000) / 1000
}

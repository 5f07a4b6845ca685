import type { PicturedInfo } from '../probe/media_info.js'
import type { RenditionRecipe, VideoRecipe } from '../recipe/recipe.js'
import { fitSize, type Size } from './rendition_size.js'

/**
 * Why a rung of a ladder is left out, in words, or null when it is made: a lower rung that asks for the same
 * in all else comes out as large, because the source has no more pixels. The lowest such rung stays.
 */
export function whySkipped(
  { video }: PicturedInfo,
  wanted: RenditionRecipe,
  all: readonly RenditionRecipe[]
): string | null {
  const isReplaced = all.some((other) => isLowerTwin(video, wanted, other))
  const lines = Math.min(video.width, video.height)
  return isReplaced ? `skipped ${wanted.name}: the source is ${lines}p` : null
}

function isLowerTwin(source: Size, wanted: RenditionRecipe, other: RenditionRecipe): boolean {
  if (!wanted.video || !other.video || wanted.still || other.still) return false
  return (
    isLowerBox(other.video, wanted.video) &&
    isSameSize(fitSize(source, other.video), fitSize(source, wanted.video)) &&
    kindOf(wanted) === kindOf(other)
  )
}

function isLowerBox(lower: VideoRecipe, upper: VideoRecipe): boolean {
  if (lower.maxShortSide === null || upper.maxShortSide === null) return false
  return lower.maxShortSide < upper.maxShortSide
}

function isSameSize(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height
}

/** All that makes two renditions rungs of one ladder. */
function kindOf({ container, video }: RenditionRecipe): string {
  return JSON.stringify([container, video?.codecs, video?.filters, video?.policy])
}

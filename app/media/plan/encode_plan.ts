import type { VideoCodec } from '../recipe/formats.js'
import { planHls, type PlannedHls } from '../hls/plan_hls.js'
import type { MediaInfo } from '../probe/media_info.js'
import { memoryNeeded } from './memory_needed.js'
import type { Abilities } from './plan_codec.js'
import { planPoster, type PlannedPoster } from './plan_poster.js'
import { planRendition, type PlannedRendition } from './plan_rendition.js'
import { planSource, type PlannedSource } from './plan_source.js'
import { planTrim, trimmedInfo } from './plan_trim.js'
import type { Recipe } from '../recipe/recipe.js'
import { planStoryboard, type PlannedStoryboard } from '../storyboard/plan_storyboard.js'

export { DECISIONS } from './plan_rendition.js'
export type { Decision, PlannedRendition, RenditionKind } from './plan_rendition.js'

/** All that one ffmpeg shall do to one source. Plain data: it is kept on the job and shown to people. */
export interface EncodePlan {
  source: PlannedSource
  renditions: PlannedRendition[]
  poster: PlannedPoster | null
  storyboard: PlannedStoryboard | null
  /** Made from the renditions once they are verified. */
  hls: PlannedHls | null
  /** Bytes that this plan is known to need at its peak. */
  memoryBytes: number
}

export interface PlanOptions {
  /** False plans every rendition anew; for a copy that did not verify. */
  mayCopy?: boolean
  /** Codecs that failed on this source. */
  withoutCodecs?: readonly VideoCodec[]
  /** Null or left out: this ffmpeg can do everything. */
  abilities?: Abilities | null
}

/**
 * What to make of this source by this recipe. Pure.
 * @throws MediaError ENCODER_MISSING, FILTER_MISSING or TRIM_OUTSIDE
 */
export function planEncode(info: MediaInfo, recipe: Recipe, options: PlanOptions = {}): EncodePlan {
  const { mayCopy = true, withoutCodecs = [], abilities = null } = options
  const trim = planTrim(info, recipe.trim)
  const seen = trimmedInfo(info, trim)
  const context = { recipe, mayCopy: mayCopy && !trim, isTrimmed: trim !== null }
  const renditions = recipe.renditions.map((wanted) =>
    planRendition(seen, wanted, { ...context, withoutCodecs, abilities })
  )
  const isDecoded = renditions.some(({ decision, kind }) => decision === 'encode' && isMoving(kind))
  const poster = recipe.poster ? planPoster(seen, recipe.poster, !isDecoded) : null
  return {
    source: planSource(seen, { trim, mustDeinterlace: wantsDeinterlacing(recipe) }),
    renditions,
    poster,
    storyboard: recipe.storyboard && planStoryboard(seen, recipe.storyboard, !isDecoded),
    hls: planHls(recipe.hls, renditions),
    memoryBytes: memoryNeeded(seen, renditions),
  }
}

function isMoving(kind: PlannedRendition['kind']): boolean {
  return kind === 'video' || kind === 'animation'
}

function wantsDeinterlacing({ renditions }: Recipe): boolean {
  return renditions.some(({ video }) => video?.filters.some(({ kind }) => kind === 'deinterlace'))
}

import type { VideoCodec } from '../recipe/formats.js'
import { planHls, type PlannedHls } from '../hls/plan_hls.js'
import { hasPictures, type MediaInfo, type PicturedInfo } from '../probe/media_info.js'
import { memoryNeeded } from './memory_needed.js'
import type { Abilities } from './plan_codec.js'
import { planPoster, planWaveform, type PlannedPoster } from './plan_poster.js'
import { planRendition, type PlannedRendition } from './plan_rendition.js'
import { planSource, type PlannedSource } from './plan_source.js'
import { leadOf } from './plan_seek.js'
import { planTrim, trimmedInfo, type PlannedTrim } from './plan_trim.js'
import { refuseNothing } from './refuse_nothing.js'
import type { Recipe } from '../recipe/recipe.js'
import { planStoryboard, type PlannedStoryboard } from '../storyboard/plan_storyboard.js'
import { planSubtitles, type PlannedSubtitles } from '../subtitles/plan_subtitles.js'

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
  /** Made beside the renditions; null where none are wanted or none are there. */
  subtitles: PlannedSubtitles | null
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
 * @throws MediaError ENCODER_MISSING, FILTER_MISSING or TRIM_OUTSIDE; INPUT_NO_VIDEO or INPUT_NO_SOUND where
 * nothing that is wanted can be made of this source
 */
export function planEncode(info: MediaInfo, recipe: Recipe, options: PlanOptions = {}): EncodePlan {
  const { mayCopy = true, withoutCodecs = [], abilities = null } = options
  const trim = planTrim(info, recipe.trim)
  const seen = trimmedInfo(info, trim)
  const context = { recipe, mayCopy: mayCopy && !trim, isTrimmed: trim !== null }
  const renditions = recipe.renditions.map((wanted) =>
    planRendition(seen, wanted, { ...context, withoutCodecs, abilities })
  )
  const source = planSource(seen, {
    ...{ trim, leadS: leadOf(info) },
    mustDeinterlace: wantsDeinterlacing(recipe),
  })
  const plan = {
    source,
    renditions,
    ...(hasPictures(seen) ? stills(seen, recipe, renditions) : drawings(seen, trim)),
    hls: planHls(recipe.hls, renditions),
    subtitles: planSubtitles(info, recipe, trim),
    memoryBytes: memoryNeeded(seen, renditions),
  }
  refuseNothing(seen, plan)
  return plan
}

type Stills = Pick<EncodePlan, 'poster' | 'storyboard'>

function stills(info: PicturedInfo, recipe: Recipe, renditions: PlannedRendition[]): Stills {
  const isDecoded = renditions.some(({ decision, kind }) => decision === 'encode' && isMoving(kind))
  const { poster, storyboard } = recipe
  return {
    poster: poster && planPoster(info, poster, !isDecoded),
    storyboard: storyboard && planStoryboard(info, storyboard, !isDecoded),
  }
}

/** Of sound alone: it gets a picture whatever the recipe says, but for a part that is cut out of it. */
function drawings({ audio }: MediaInfo, trim: PlannedTrim | null): Stills {
  return { poster: audio && !trim ? planWaveform(audio) : null, storyboard: null }
}

function isMoving(kind: PlannedRendition['kind']): boolean {
  return kind === 'video' || kind === 'animation'
}

function wantsDeinterlacing({ renditions }: Recipe): boolean {
  return renditions.some(({ video }) => video?.filters.some(({ kind }) => kind === 'deinterlace'))
}

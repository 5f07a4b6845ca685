import { planEncode, type EncodePlan, type PlanOptions } from './encode_plan.js'
import type { MediaInfo } from '../probe/media_info.js'
import type { PlannedRendition } from './plan_rendition.js'
import type { Recipe, RenditionRecipe } from '../recipe/recipe.js'

/** A rendition that came out larger than its source, in bytes. */
export interface GrownRendition {
  name: string
  sizeBytes: number
}

/**
 * How to make those renditions again that are larger than their source although its pictures could be shown as they
 * are, within the recipe's size and ceiling: they keep the original's pictures. A plan of them alone, without poster,
 * storyboard and ladder, or null where there are none. Pure.
 */
export function planKept(
  of: { info: MediaInfo; recipe: Recipe; options: PlanOptions; plan: EncodePlan },
  made: GrownRendition[]
): EncodePlan | null {
  const { info, recipe, options, plan } = of
  const grown = made.filter(
    ({ name, sizeBytes }) => sizeBytes > info.sizeBytes && isEncoded(plan, name)
  )
  if (grown.length === 0) return null
  const names = grown.map(({ name }) => name)
  const copying = planEncode(info, allowingCopies(recipe, names), options)
  const renditions = copying.renditions.flatMap((planned) => {
    const one = grown.find(({ name }) => name === planned.name)
    return one && isCopied(planned) ? [told(planned, one.sizeBytes / info.sizeBytes)] : []
  })
  const nothingElse = { poster: null, storyboard: null, hls: null, subtitles: null }
  return renditions.length > 0 ? { ...copying, ...nothingElse, renditions } : null
}

/** The plan with those renditions in the place of the ones of their name. */
export function withKept(plan: EncodePlan, kept: EncodePlan): EncodePlan {
  const renditions = plan.renditions.map(
    (one) => kept.renditions.find(({ name }) => name === one.name) ?? one
  )
  return { ...plan, renditions }
}

function isEncoded({ renditions }: EncodePlan, name: string): boolean {
  const planned = renditions.find((one) => one.name === name)
  return planned?.kind === 'video' && planned.video?.kind === 'encode'
}

function isCopied({ video }: PlannedRendition): boolean {
  return video?.kind === 'copy'
}

/** Everything else that stands against a copy still does: filters, another codec, a trim, the rungs of a ladder. */
function allowingCopies(recipe: Recipe, names: string[]): Recipe {
  const renditions = recipe.renditions.map((one): RenditionRecipe => {
    if (!one.video || !names.includes(one.name)) return one
    return { ...one, video: { ...one.video, policy: 'copy_if_web_safe' } }
  })
  return { ...recipe, renditions }
}

function told(planned: PlannedRendition, ratio: number): PlannedRendition {
  const percent = Math.max(1, Math.round((ratio - 1) * 100))
  const why = `kept the original’s pictures: encoding came out ${percent} % larger`
  return { ...planned, reason: `${why}; ${planned.reason}` }
}

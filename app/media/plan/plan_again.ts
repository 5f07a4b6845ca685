import type { EncodePlan, PlanOptions } from './encode_plan.js'
import { MediaError, type MediaFailureCode } from '../errors.js'
import type { VideoCodec } from '../recipe/formats.js'
import type { Recipe } from '../recipe/recipe.js'

/** A file that is not what was planned: a copied stream that turns out unfit may well be encoded. */
const UNFIT: MediaFailureCode[] = ['RESULT_DAMAGED', 'RESULT_WRONG', 'RESULT_CUT_SHORT']
/** Failures that another codec may not share. */
const OF_CODEC: MediaFailureCode[] = [
  ...UNFIT,
  ...(['ENCODER_MISSING', 'FFMPEG_FAILED', 'FFMPEG_CRASHED'] as const),
  ...(['RESULT_MISSING', 'RESULT_UNREADABLE'] as const),
]

/**
 * How to plan a second time after a plan failed: without copies, or without a codec that has an alternative.
 * Null where nothing else is left to try. Pure; it ends, for each answer forbids more than the one before.
 */
export function planAgain(
  error: unknown,
  failed: { plan: EncodePlan; recipe: Recipe; options: PlanOptions }
): PlanOptions | null {
  if (!(error instanceof MediaError)) return null
  const { plan, recipe, options } = failed
  if (UNFIT.includes(error.code) && hasCopies(plan)) return { ...options, mayCopy: false }
  const codec = OF_CODEC.includes(error.code) ? replaceableCodec(plan, recipe) : null
  return codec && { ...options, withoutCodecs: [...(options.withoutCodecs ?? []), codec] }
}

function hasCopies({ renditions }: EncodePlan): boolean {
  return renditions.some(({ decision }) => decision === 'copy' || decision === 'remux')
}

/** The first codec in use after which its list names another. */
function replaceableCodec({ renditions }: EncodePlan, recipe: Recipe): VideoCodec | null {
  const replaceable = renditions.flatMap(({ video }, index) => {
    const codecs = recipe.renditions[index].video?.codecs ?? []
    const isLast = video?.codec === undefined || codecs.at(-1) === video.codec
    return video?.kind === 'encode' && !isLast ? [video.codec] : []
  })
  return replaceable[0] ?? null
}

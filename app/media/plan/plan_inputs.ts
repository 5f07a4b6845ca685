import type { EncodePlan, PlannedRendition } from './encode_plan.js'
import type { PlannedStoryboard } from '../storyboard/plan_storyboard.js'

/**
 * Something that ffmpeg opens. `window`: the source again, from one moment on; `watermark`: a picture;
 * `storyboard`: the source again, for small pictures alone.
 */
export type PlannedInput =
  | { kind: 'source' }
  | { kind: 'window'; /** Seconds on ffmpeg's clock. */ fromS: number }
  | { kind: 'watermark' }
  | { kind: 'storyboard'; storyboard: PlannedStoryboard }

/** Where in the list of inputs the graph finds what it needs. Null where the plan needs none. */
export interface PlannedInputs {
  inputs: PlannedInput[]
  poster: number | null
  /** By the rendition's place in the plan. */
  stills: Map<number, number>
  watermark: number | null
  storyboard: number | null
}

/** The inputs of a plan, in ffmpeg's order: the source is the first. Pure. */
export function planInputs(plan: EncodePlan): PlannedInputs {
  const inputs: PlannedInput[] = [{ kind: 'source' }]
  const cutS = plan.source.trim?.startS ?? 0
  const window = (fromS: number) => inputs.push({ kind: 'window', fromS: cutS + fromS }) - 1
  const posterFromS = ownMoment(plan)
  const poster = posterFromS === null ? null : window(posterFromS)
  const stills = new Map<number, number>()
  plan.renditions.forEach(({ still }, index) => {
    if (still?.isOwnInput) stills.set(index, window(still.fromS))
  })
  const hasWatermark = plan.renditions.some(hasImageWatermark)
  const watermark = hasWatermark ? inputs.push({ kind: 'watermark' }) - 1 : null
  const { storyboard: wanted } = plan
  const storyboard = wanted?.isOwnInput
    ? inputs.push({ kind: 'storyboard', storyboard: wanted }) - 1
    : null
  return { inputs, poster, stills, watermark, storyboard }
}

/** Where the poster's own input begins; null where it needs none. */
function ownMoment({ poster }: EncodePlan): number | null {
  return poster?.kind === 'frame' && poster.isOwnInput ? poster.fromS : null
}

function hasImageWatermark({ video }: PlannedRendition): boolean {
  return video?.kind === 'encode' && video.filters.some(({ kind }) => kind === 'image')
}

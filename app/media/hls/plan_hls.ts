import type { PlannedRendition } from '../plan/plan_rendition.js'
import type { HlsRecipe } from '../recipe/recipe.js'

/** One quality of the ladder, made by copying a rendition. */
export interface PlannedRung {
  /** Of the rendition that it is made from. */
  name: string
  fileName: string
  width: number
  height: number
}

/** The same pictures as the H.264 renditions, cut so that players may change between them. */
export interface PlannedHls {
  /** Of the folder and of the published rendition. */
  name: string
  segmentS: number
  /** Best first. */
  rungs: PlannedRung[]
  /** The rung whose sound all of them share, or null without sound. */
  soundFrom: string | null
  reason: string
}

/** Null where none is wanted, or where no rendition has aligned key frames in MP4. */
export function planHls(
  wanted: HlsRecipe | null,
  renditions: readonly PlannedRendition[]
): PlannedHls | null {
  const rungs = renditions.filter(isRung).sort((a, b) => area(b) - area(a))
  if (!wanted || rungs.length === 0) return null
  return {
    ...wanted,
    rungs: rungs.map(({ name, fileName, width, height }) => ({
      ...{ name, fileName: fileName!, width, height },
    })),
    soundFrom: rungs.find(({ audio }) => audio !== null)?.name ?? null,
    reason: `segments of ${wanted.segmentS} s, copied from ${rungs.map(({ name }) => name).join(', ')}`,
  }
}

function isRung({ decision, video, container }: PlannedRendition): boolean {
  return decision === 'encode' && video?.codec === 'h264' && container === 'mp4'
}

function area({ width, height }: PlannedRendition): number {
  return width * height
}

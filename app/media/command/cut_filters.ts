import { seekTo } from '../plan/plan_seek.js'
import type { PlannedSource } from '../plan/plan_source.js'

/** Filters that cut the wanted part out of pictures that were read from before it; none where they were not. */
export function cutPictures(source: PlannedSource): string[] {
  const cut = cutOf(source)
  return cut ? [`trim=${cut.span}`, `setpts=PTS-${cut.skipS}/TB`] : []
}

/** The same for sound. */
export function cutSound(source: PlannedSource): string[] {
  const cut = cutOf(source)
  return cut ? [`atrim=${cut.span}`, `asetpts=PTS-${cut.skipS}/TB`] : []
}

function cutOf({ trim, leadS }: PlannedSource) {
  const skipS = trim ? seekTo(trim.startS, leadS).skipS : 0
  if (!trim || skipS === 0) return null
  return { skipS, span: `start=${skipS}:end=${skipS + trim.durationS}` }
}

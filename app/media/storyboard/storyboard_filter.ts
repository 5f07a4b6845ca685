import { join } from 'node:path'
import { fileUrl } from '../command/input_safety.js'
import type { Size } from '../plan/rendition_size.js'
import type { PlannedStoryboard } from './plan_storyboard.js'

const LABEL = 'storyboard'
/** Timestamps that jitter below a round second still count as that second. */
const JITTER_S = 0.002

/**
 * The branch of a filter graph that picks the first picture of every step and makes it small.
 * @param input label of decoded pictures, such as `[board]`
 * @param toPicture filters that make a picture for JPEG of a size
 */
export function storyboardBranch(
  { tile, everyS }: PlannedStoryboard,
  input: string,
  toPicture: (size: Size) => string
): string[] {
  const step = (moment: string) => `floor((${moment}+${JITTER_S})/${everyS})`
  const isNext = `isnan(prev_selected_t)+gt(${step('t')},${step('prev_selected_t')})`
  return [`${input}select='${isNext}',${toPicture(tile)}[${LABEL}]`]
}

/** Stand before the `-i` of a pass of its own. */
export function storyboardInputOptions({ isKeyFramesOnly }: PlannedStoryboard): string[] {
  return isKeyFramesOnly ? ['-skip_frame', 'nokey', '-discard', 'nokey'] : []
}

/**
 * Writes the small pictures with the moments that they truly show. `vfr` forgives moments that repeat: a
 * source that changes its size in the middle starts the graph again.
 */
export function storyboardOutputOptions(): string[] {
  return [
    ...['-map', `[${LABEL}]`, '-fps_mode', 'vfr', '-enc_time_base', '1:1000'],
    ...['-c:v', 'mjpeg', '-q:v', '2', '-map_metadata', '-1', '-map_chapters', '-1'],
    ...['-f', 'matroska'],
  ]
}

export function storyboardOutputUrl({ fileName }: PlannedStoryboard, folder: string): string {
  return fileUrl(join(folder, fileName))
}

import { MediaError } from '../errors.js'
import type { PlannedRendition } from './plan_rendition.js'
import { hasPictures, type MediaInfo } from '../probe/media_info.js'

/** What a plan makes; null for what it does not. */
interface Wanted {
  renditions: readonly PlannedRendition[]
  poster: object | null
  storyboard: object | null
  subtitles: object | null
}

/**
 * A job that would make nothing must not run: the source lacks what all of it is made of.
 * @throws MediaError INPUT_NO_VIDEO for sound alone, INPUT_NO_SOUND for silent pictures
 */
export function refuseNothing(info: MediaInfo, plan: Wanted): void {
  const { renditions } = plan
  if (renditions.some(({ decision }) => decision !== 'skip')) return
  const evidence = renditions.map(({ reason }) => reason).join('\n')
  if (!hasPictures(info)) {
    const detail = 'it holds sound only, and nothing of what was asked for is sound'
    throw new MediaError('INPUT_NO_VIDEO', { detail, evidence })
  }
  if (renditions.length > 0 && !hasExtras(plan)) {
    const detail = 'only sound was asked for'
    throw new MediaError('INPUT_NO_SOUND', { detail, evidence })
  }
}

function hasExtras({ poster, storyboard, subtitles }: Wanted): boolean {
  return [poster, storyboard, subtitles].some((extra) => extra !== null)
}

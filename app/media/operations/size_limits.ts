import type { MediaInfo } from '../probe/media_info.js'
import type { SizeLimit } from '../plan/rendition_size.js'

/** The same box for portrait and landscape. */
export function withinBox(width: number, height: number): SizeLimit {
  return { maxLongSide: Math.max(width, height), maxShortSide: Math.min(width, height) }
}

/** At most so wide as displayed; null is no limit. */
export function withinWidth({ video }: MediaInfo, width: number | null): SizeLimit {
  const isPortrait = isUpright(video)
  return { maxLongSide: isPortrait ? null : width, maxShortSide: isPortrait ? width : null }
}

/** At most so high as displayed. */
export function withinHeight({ video }: MediaInfo, height: number): SizeLimit {
  const isPortrait = isUpright(video)
  return { maxLongSide: isPortrait ? height : null, maxShortSide: isPortrait ? null : height }
}

/** Sound alone has no shape; the plan says what becomes of it. */
function isUpright(video: MediaInfo['video']): boolean {
  return video !== null && video.height > video.width
}

import { MediaError } from '../errors.js'
import type { MediaInfo, VideoInfo } from '../probe/media_info.js'
import type { TrimRecipe } from '../recipe/recipe.js'
import type { StreamSpan } from '../probe/stream_span.js'

/** The part of the source that is read, in seconds on ffmpeg's clock (0 is where the file starts). */
export interface PlannedTrim {
  startS: number
  durationS: number
}

/** Less than this holds no picture of most videos. */
const SHORTEST_S = 0.02

/** @throws MediaError TRIM_OUTSIDE when the source ends before the part begins */
export function planTrim(info: MediaInfo, wanted: TrimRecipe | null): PlannedTrim | null {
  if (!wanted || (wanted.startS <= 0 && wanted.endS === null)) return null
  const endS = Math.min(wanted.endS ?? Infinity, info.durationS)
  const startS = Math.max(0, wanted.startS)
  if (endS - startS < SHORTEST_S)
    throw new MediaError('TRIM_OUTSIDE', { detail: words(info, wanted) })
  return { startS, durationS: endS - startS }
}

function words({ durationS }: MediaInfo, { startS, endS }: TrimRecipe): string {
  return `${startS} s to ${endS ?? 'the end'}${endS === null ? '' : ' s'} of ${durationS.toFixed(2)} s`
}

/** The source as if it held nothing but that part. */
export function trimmedInfo(info: MediaInfo, trim: PlannedTrim | null): MediaInfo {
  if (!trim) return info
  const { video, audio } = info
  return {
    ...info,
    startS: 0,
    durationS: trim.durationS,
    video: video && trimmedVideo(video, trim),
    audio: audio && { ...audio, startS: 0, durationS: trim.durationS },
    spans: trimmedSpans(info.spans, trim, info.startS),
  }
}

function trimmedVideo(video: VideoInfo, { durationS }: PlannedTrim): VideoInfo {
  const part = Math.min(1, durationS / (video.durationS || durationS))
  const frameCount = Math.max(1, Math.round(video.frameCount * part))
  return { ...video, startS: 0, durationS, frameCount }
}

/**
 * What is left of each stream's span; packets and bytes by their share.
 * @param startS where the file starts on the clock of its own timestamps
 */
export function trimmedSpans(
  spans: StreamSpan[],
  trim: PlannedTrim | null,
  startS: number
): StreamSpan[] {
  if (!trim) return spans
  return spans.map((span) => {
    const from = Math.max(span.startS - startS, trim.startS)
    const to = Math.min(span.endS - startS, trim.startS + trim.durationS)
    const durationS = Math.max(0, to - from)
    const part = span.durationS > 0 ? durationS / span.durationS : 1
    const share = { packets: Math.round(span.packets * part), bytes: Math.round(span.bytes * part) }
    return { ...span, ...share, startS: from - trim.startS, endS: to - trim.startS, durationS }
  })
}

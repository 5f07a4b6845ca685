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
/** Less sound than this is not heard, and may hold no packet. */
const SHORTEST_SOUND_S = 0.1

/** @throws MediaError TRIM_OUTSIDE when the source ends before the part begins */
export function planTrim(info: MediaInfo, wanted: TrimRecipe | null): PlannedTrim | null {
  if (!wanted || (wanted.startS <= 0 && wanted.endS === null)) return null
  const endS = Math.min(wanted.endS ?? Infinity, info.durationS)
  const startS = Math.max(0, wanted.startS)
  const trim = { startS, durationS: endS - startS }
  if (trim.durationS < SHORTEST_S || (info.video && heldS(info, info.video, trim) <= 0))
    throw new MediaError('TRIM_OUTSIDE', { detail: words(info, wanted) })
  return trim
}

/** Seconds of the part in which a stream has something. */
function heldS(info: MediaInfo, stream: Held, { startS, durationS }: PlannedTrim): number {
  const fromS = stream.startS - info.startS
  const toS = fromS + (stream.durationS ?? 0)
  return Math.min(toS, startS + durationS) - Math.max(fromS, startS)
}

type Held = Pick<VideoInfo, 'startS' | 'durationS'>

function words({ durationS }: MediaInfo, { startS, endS }: TrimRecipe): string {
  return `${startS} s to ${endS ?? 'the end'}${endS === null ? '' : ' s'} of ${durationS.toFixed(2)} s`
}

/** The source as if it held nothing but that part. */
export function trimmedInfo(info: MediaInfo, trim: PlannedTrim | null): MediaInfo {
  if (!trim) return info
  const { video } = info
  return {
    ...info,
    startS: 0,
    durationS: trim.durationS,
    video: video && trimmedVideo(info, video, trim),
    ...trimmedSound(info, trim),
    spans: trimmedSpans(info.spans, trim, info.startS),
  }
}

/** Sound that is elsewhere is none: a part of a video then has no sound at all. */
function trimmedSound(
  info: MediaInfo,
  trim: PlannedTrim
): Pick<MediaInfo, 'audio' | 'audioTracks'> {
  const { audio, audioTracks } = info
  if (!audio) return { audio, audioTracks }
  const fewestS = Math.min(SHORTEST_SOUND_S, trim.durationS / 2)
  if (heldS(info, audio, trim) < fewestS) return { audio: null, audioTracks: [] }
  return { audio: { ...audio, startS: 0, durationS: trim.durationS }, audioTracks }
}

function trimmedVideo(info: MediaInfo, video: VideoInfo, trim: PlannedTrim): VideoInfo {
  const durationS = heldS(info, video, trim)
  const part = Math.min(1, durationS / (video.durationS || durationS))
  const frameCount = Math.max(1, Math.round(video.frameCount * part))
  const startS = Math.max(0, video.startS - info.startS - trim.startS)
  return { ...video, startS, durationS, frameCount }
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

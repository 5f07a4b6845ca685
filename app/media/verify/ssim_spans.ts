import type { PlannedRendition } from '../plan/encode_plan.js'
import type { EncodedVideo } from '../plan/plan_video.js'
import type { PlannedSource } from '../plan/plan_source.js'
import type { StreamSpan } from '../probe/stream_span.js'

/** Clips up to this long are compared from end to end. */
const WHOLE_UP_TO_S = 6
/** Decoding is dear: a second tells what is shown, and the result is looked at around it. */
const SPAN_S = 0.8
/** Of the length: a span is moved so far to begin at a key frame, and never to where another one is. */
const MOST_MOVED = 1 / 8
const MOST_MOVED_S = 2.5
/** Where the sampled spans have their middle, as parts of the length, and where else to look. */
const MIDDLES = [
  { middle: 1 / 6, other: 1 / 4 },
  { middle: 1 / 2, other: 2 / 5 },
  { middle: 5 / 6, other: 2 / 3 },
]

export interface ComparedSpan {
  /** Seconds from the first picture. */
  startS: number
  /** Null for all of it. */
  lengthS: number | null
}

export interface SampledSpan extends ComparedSpan {
  /** Where to look where this one shows nothing, in seconds; null where there is no other place. */
  instead: number | null
}

/** Pure. */
export function spansToCompare(durationS: number): SampledSpan[] {
  if (durationS <= WHOLE_UP_TO_S) return [{ startS: 0, lengthS: null, instead: null }]
  const startOf = (part: number) =>
    Math.max(0, Math.min(durationS - SPAN_S, durationS * part - SPAN_S / 2))
  return MIDDLES.map(({ middle, other }) => ({
    startS: startOf(middle),
    lengthS: SPAN_S,
    instead: startOf(other),
  }))
}

/** How far a span may be moved, in seconds. Pure. */
export function reachOf(durationS: number): number {
  return Math.min(MOST_MOVED_S, durationS * MOST_MOVED)
}

interface Question {
  planned: PlannedRendition
  span: StreamSpan
  source: { plan: PlannedSource; span: StreamSpan }
}

/** Why a comparison would give a wrong number, in words; null where it gives a right one. Pure. */
export function whyNotCompared({ planned, span, source }: Question): string | null {
  return (
    whyNotThisKind(planned) ?? whyChanged(planned, source.plan) ?? whyUnaligned(source.span, span)
  )
}

function whyNotThisKind({ kind, video }: PlannedRendition): string | null {
  if (kind !== 'video' || !video) return 'not a video'
  return video.kind === 'copy' ? 'the pictures are the source’s own, untouched' : null
}

function whyChanged({ video }: PlannedRendition, plan: PlannedSource): string | null {
  if (plan.hdr) return 'HDR was turned into SDR'
  if (plan.isInterlaced) return 'the pictures were deinterlaced'
  if (plan.trim) return 'a part of the source was cut out'
  return video?.kind === 'encode' ? whyEncodedOtherwise(video, plan) : null
}

function whyEncodedOtherwise(video: EncodedVideo, { maxFrameRate }: PlannedSource): string | null {
  if (video.filters.length > 0) return 'filters changed the pictures'
  const isThinned = maxFrameRate !== null || video.maxFrameRate !== null
  return isThinned ? 'pictures were left out to lower the rate' : null
}

/**
 * Picture n must be made from picture n, else neighbours would be compared. In sampled spans their moments tell which
 * ones belong together.
 */
function whyUnaligned(source: StreamSpan, result: StreamSpan): string | null {
  if (source.untimedPackets > 0) return 'the source has no timestamps'
  if (source.hiddenPackets > 0) return 'an edit list hides pictures of the source'
  if (source.repeatedPts > 0) return 'timestamps of the source repeat'
  const isWhole = result.durationS <= WHOLE_UP_TO_S
  if (isWhole && source.packets !== result.packets) {
    return `the source has ${source.packets} pictures, the result ${result.packets}`
  }
  return null
}

import type { Segment } from './segment_index.js'

export interface Bandwidth {
  /** bit/s: the highest of any stretch of segments that lasts half to one and a half of the target duration. */
  peak: number
  /** bit/s over all segments. */
  average: number
}

/**
 * BANDWIDTH and AVERAGE-BANDWIDTH as RFC 8216, 4.3.4.2 defines them.
 * @param targetS as the playlist says
 */
export function bandwidthOf(segments: readonly Segment[], targetS: number): Bandwidth {
  const average = rateOf(segments)
  const stretches = segments.map((_, from) => peakFrom(segments, from, targetS))
  return { peak: Math.max(average, ...stretches), average }
}

function peakFrom(segments: readonly Segment[], from: number, targetS: number): number {
  let durationS = 0
  let bytes = 0
  let peak = 0
  for (let at = from; at < segments.length; at++) {
    durationS += segments[at].durationS
    bytes += segments[at].length
    if (durationS > targetS * 1.5) break
    if (durationS >= targetS * 0.5) peak = Math.max(peak, rate(bytes, durationS))
  }
  return peak
}

function rateOf(segments: readonly Segment[]): number {
  const bytes = segments.reduce((sum, { length }) => sum + length, 0)
  return rate(
    bytes,
    segments.reduce((sum, { durationS }) => sum + durationS, 0)
  )
}

function rate(bytes: number, durationS: number): number {
  return durationS > 0 ? Math.ceil((bytes * 8) / durationS) : 0
}

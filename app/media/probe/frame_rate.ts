import { fraction, type FfprobeStream } from './ffprobe_report.js'
import type { StreamSpan } from './stream_span.js'

export interface FrameRate {
  /** Pictures per second on average. */
  frameRate: number
  frameRateFraction: string
  isVariableFrameRate: boolean
}

const USUAL = ['24000/1001', '24/1', '25/1', '30000/1001', '30/1', '50/1', '60000/1001', '60/1']
const DEFAULT_RATE = 25
/** Up to this part of uneven steps a stream counts as constant with a few pictures missing. */
const FEW = 0.03
/** Fewer pictures than this have no rhythm. */
const FEWEST_FOR_RHYTHM = 4

/** The rate as the packets show it; header rates only supply the exact fraction where they agree. */
export function measureFrameRate(stream: FfprobeStream, span: StreamSpan): FrameRate {
  const isVariableFrameRate = span.packets >= FEWEST_FOR_RHYTHM && span.unevenSteps > FEW
  const average = averageRate(stream, span)
  const steady = isVariableFrameRate || span.evenStepS <= 0 ? average : 1 / span.evenStepS
  return {
    frameRate: isVariableFrameRate ? average : steady,
    frameRateFraction: nearestFraction(steady, [stream.avg_frame_rate, stream.r_frame_rate]),
    isVariableFrameRate,
  }
}

function averageRate(stream: FfprobeStream, span: StreamSpan): number {
  const timed = span.packets - span.untimedPackets
  if (timed > 1 && span.durationS > 0) return timed / span.durationS
  const claimed = fraction(stream.avg_frame_rate)
  return claimed !== null && claimed <= 240 ? claimed : DEFAULT_RATE
}

function nearestFraction(rate: number, claimed: (string | undefined)[]): string {
  const near = [...claimed, ...USUAL].find((text) => isNear(fraction(text), rate))
  return near ?? `${Math.max(1, Math.round(rate * 1000))}/1000`
}

function isNear(value: number | null, rate: number): boolean {
  return value !== null && Math.abs(value - rate) <= rate * 0.0005
}

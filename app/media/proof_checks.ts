import type { PlannedRendition } from './encode_plan.js'
import { displayGeometry } from './picture_geometry.js'
import type { FfprobeReport, FfprobeStream } from './ffprobe_report.js'
import type { Box } from './mp4_boxes.js'
import type { ProofCheck } from './rendition_proof.js'
import type { StreamSpan } from './stream_span.js'

/** How far a stream's span may differ from its source's: half a second or one part in a hundred. */
const SPAN_TOLERANCE_S = 0.5
const SPAN_TOLERANCE = 0.01
/** Pictures that may be missing: damaged ones, and halves of interlaced ones that the source counts apart. */
const FEWEST_FRAMES = 0.45
const MOST_FRAMES = 1.1

/** What the file is made of against what was planned. */
export function checkStreams(planned: PlannedRendition, report: FfprobeReport): ProofCheck[] {
  const streams = report.streams ?? []
  const expected = planned.audio ? 'video:h264 audio:aac' : 'video:h264'
  const got = streams.map((stream) => `${stream.codec_type}:${stream.codec_name}`).join(' ')
  const video = streams.find((stream) => stream.codec_type === 'video')
  return [
    { name: 'streams', ok: got === expected, expected, got, code: 'RESULT_WRONG' },
    ...(video ? [checkSize(planned, video), checkPixels(video)] : []),
  ]
}

function checkSize(planned: PlannedRendition, stream: FfprobeStream): ProofCheck {
  const coded = { width: stream.width ?? 0, height: stream.height ?? 0 }
  const shown = displayGeometry(coded, stream)
  const expected = `${planned.width}x${planned.height}`
  const got = `${shown.width}x${shown.height}`
  return { name: 'size', ok: got === expected, expected, got, code: 'RESULT_WRONG' }
}

function checkPixels({ pix_fmt: got = 'unknown' }: FfprobeStream): ProofCheck {
  const expected = 'yuv420p'
  return { name: 'pixel format', ok: got === expected, expected, got, code: 'RESULT_WRONG' }
}

/** Players begin before the whole file is there only when the index stands in front. */
export function checkFastStart(boxes: Box[]): ProofCheck {
  const order = boxes.map(({ type }) => type).filter((type) => type === 'moov' || type === 'mdat')
  const got = order.slice(0, 2).join(' ')
  const expected = 'moov mdat'
  return { name: 'fast start', ok: got === expected, expected, got, code: 'RESULT_WRONG' }
}

/** A stream of the result and the stream of the source that it was made from. */
export interface SpanPair {
  name: 'video' | 'audio'
  source: StreamSpan | undefined
  result: StreamSpan | undefined
}

/** As long as its source, where the source's length is known. */
export function checkSpan({ name, source, result }: SpanPair): ProofCheck {
  const expectedS = source?.durationS ?? 0
  const gotS = result?.durationS ?? 0
  const tolerance = Math.max(SPAN_TOLERANCE_S, expectedS * SPAN_TOLERANCE)
  const isKnown = source !== undefined && source.packets > source.untimedPackets
  return {
    name: `${name} span`,
    ok: result !== undefined && (!isKnown || Math.abs(gotS - expectedS) <= tolerance),
    expected: `${expectedS.toFixed(3)} s`,
    got: `${gotS.toFixed(3)} s`,
    code: 'RESULT_CUT_SHORT',
  }
}

export function checkFrames(planned: PlannedRendition, span: StreamSpan | undefined): ProofCheck {
  const { expectedFrames } = planned.video
  const got = span?.packets ?? 0
  const fewest = Math.max(1, Math.floor(expectedFrames * FEWEST_FRAMES))
  const most = Math.ceil(expectedFrames * MOST_FRAMES) + 2
  const expected = `${fewest} to ${most}`
  const ok = got >= fewest && got <= most
  return { name: 'frames', ok, expected, got: String(got), code: 'RESULT_CUT_SHORT' }
}

/** Each packet later than the one before, and no moment shown twice. */
export function checkTimestamps(span: StreamSpan): ProofCheck {
  const wrong = span.fallingDts + span.repeatedPts
  return {
    name: `timestamps of stream ${span.index}`,
    ok: wrong === 0,
    expected: 'strictly rising',
    got: wrong === 0 ? 'strictly rising' : `${wrong} that repeat or fall`,
    code: 'RESULT_WRONG',
  }
}

export function checkDecode(complaints: string[]): ProofCheck {
  const got = complaints.length === 0 ? 'no errors' : complaints.slice(0, 5).join('\n')
  const ok = complaints.length === 0
  return { name: 'decode', ok, expected: 'no errors', got, code: 'RESULT_DAMAGED' }
}

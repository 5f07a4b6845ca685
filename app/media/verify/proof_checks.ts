import type { PlannedRendition } from '../plan/encode_plan.js'
import type { AudioCodec, VideoCodec } from '../recipe/formats.js'
import { displayGeometry } from '../probe/picture_geometry.js'
import type { FfprobeReport, FfprobeStream } from '../probe/ffprobe_report.js'
import type { Box } from '../probe/mp4_boxes.js'
import type { ProofCheck } from './rendition_proof.js'
import type { StreamSpan } from '../probe/stream_span.js'

/** How far a stream's span may differ from its source's: the shorter of half a second and one part in a hundred. */
const SPAN_TOLERANCE_S = 0.5
const SPAN_TOLERANCE = 0.01
/** Pictures that may be missing: damaged ones, and halves of interlaced ones that the source counts apart. */
const FEWEST_FRAMES = 0.45
const MOST_FRAMES = 1.1
/** Packets of sound are cut and padded by encoders; headers of AVI tell their length roughly. */
const PACKED_SOUND_S = 0.1
/** Of a damaged source this much must have survived. */
const ENOUGH_SURVIVES = 0.5
/** Sound that runs away from the pictures is noticed from here on. */
const MOST_DRIFT_MS = 40
/** From this part of uneven steps on, 0..1, packets of sound have no length to rely on. */
const UNEVEN = 0.1

/** What the file is made of against what was planned. */
export function checkStreams(planned: PlannedRendition, report: FfprobeReport): ProofCheck[] {
  const streams = report.streams ?? []
  const expected = expectedStreams(planned)
  const got = streams.map((stream) => `${stream.codec_type}:${stream.codec_name}`).join(' ')
  const video = streams.find((stream) => stream.codec_type === 'video')
  return [
    { name: 'streams', ok: got === expected, expected, got, code: 'RESULT_WRONG' },
    ...(video ? [checkSize(planned, video)] : []),
    ...(video && planned.kind === 'video' ? [checkPixels(video)] : []),
  ]
}

/** ffprobe's names where they are not ours. */
const PROBED_NAMES: Partial<Record<VideoCodec | AudioCodec, string>> = {
  jpeg: 'mjpeg',
  avif: 'av1',
  pcm: 'pcm_s16le',
}

function expectedStreams({ video, audio }: PlannedRendition): string {
  const name = ({ codec }: { codec: VideoCodec | AudioCodec }) => PROBED_NAMES[codec] ?? codec
  return [video && `video:${name(video)}`, audio && `audio:${name(audio)}`]
    .filter((stream) => stream !== null)
    .join(' ')
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

/**
 * As long as its source, where the source's length is known; steps between packets are allowed on top, because
 * codecs pack sound differently.
 * @param isSourceDamaged then half of it is enough
 */
export function checkSpan(pair: SpanPair, isSourceDamaged = false): ProofCheck {
  const { name, source, result } = pair
  const expectedS = source?.durationS ?? 0
  const gotS = result?.durationS ?? 0
  return {
    name: `${name} span`,
    ok: result !== undefined && (!isLengthKnown(source) || isLongEnough(pair, isSourceDamaged)),
    expected: `${expectedS.toFixed(3)} s`,
    got: `${gotS.toFixed(3)} s`,
    code: 'RESULT_CUT_SHORT',
  }
}

function isLengthKnown(source: StreamSpan | undefined): source is StreamSpan {
  return source !== undefined && source.packets > source.untimedPackets
}

/** Damage shortens, and moments that it garbled may lengthen. */
function isLongEnough(pair: SpanPair, isSourceDamaged: boolean): boolean {
  const expectedS = pair.source?.durationS ?? 0
  const mostS = isSourceDamaged ? expectedS * (1 - ENOUGH_SURVIVES) : 0
  return Math.abs(lostIn(pair)) <= mostS
}

/** Seconds of the source that are missing beyond what may differ; below 0 where the result is too long. */
export function lostIn({ name, source, result }: SpanPair): number {
  if (!isLengthKnown(source) || !result) return 0
  const missingS = source.durationS - result.durationS
  const toleranceS =
    Math.min(SPAN_TOLERANCE_S, source.durationS * SPAN_TOLERANCE) +
    stepsAllowed(name, source, result)
  if (Math.abs(missingS) <= toleranceS) return 0
  return missingS
}

/**
 * A picture or two packets of sound; of uneven pictures also how long the last one stays, and of a single one how
 * long that stays, which is not always written; and as many pictures as have no moment of their own in the source.
 */
function stepsAllowed(name: SpanPair['name'], source: StreamSpan, result: StreamSpan): number {
  const onlyOneS = result.packets === 1 ? result.durationS : 0
  const stepS = Math.max(source.medianStepS, result.medianStepS, source.lastStepS, onlyOneS)
  const untimedS = source.untimedPackets * source.medianStepS
  return untimedS + (name === 'audio' ? Math.max(2 * stepS, PACKED_SOUND_S) : stepS)
}

/**
 * Sound and pictures end as far apart as in the source. Compared in whole milliseconds, packed sound aside: of the
 * result always, of the source where its packets are of many lengths and the last one's is a guess (WMA, RealAudio).
 */
export function checkDrift(pairs: SpanPair[], isSourceDamaged: boolean): ProofCheck[] {
  const video = pairs.find(({ name }) => name === 'video')
  const audio = pairs.find(({ name }) => name === 'audio')
  if (!video || !audio || isSourceDamaged) return []
  if (![video.source, audio.source].every(isLengthKnown)) return []
  const drift = Math.abs(Math.round(overhangChangeS(audio, video) * 1000))
  const packed = Math.ceil(((audio.result?.medianStepS ?? 0) + unsureEndS(audio.source)) * 1000)
  const ok = drift <= MOST_DRIFT_MS + packed
  const expected = `at most ${MOST_DRIFT_MS} ms, and a packet of ${packed} ms`
  return [{ name: 'drift', ok, expected, got: `${drift} ms`, code: 'RESULT_WRONG' }]
}

function unsureEndS(sound: StreamSpan | undefined): number {
  if (!sound || sound.unevenSteps < UNEVEN) return 0
  return 2 * Math.max(sound.medianStepS, sound.lastStepS)
}

/**
 * By how many seconds the sound ends later after the last picture begins than in the source. How long that picture
 * stays is the container's guess.
 */
export function overhangChangeS(audio: SpanPair, video: SpanPair): number {
  const lastPictureS = (span: StreamSpan | undefined) => (span ? span.endS - span.lastStepS : 0)
  const overhangS = (side: 'source' | 'result') =>
    (audio[side]?.endS ?? 0) - lastPictureS(video[side])
  return overhangS('result') - overhangS('source')
}

export function checkFrames({ video }: PlannedRendition, span?: StreamSpan): ProofCheck[] {
  if (!video) return []
  const { expectedFrames } = video
  const got = span?.packets ?? 0
  const fewest = Math.max(1, Math.floor(expectedFrames * FEWEST_FRAMES))
  const most = Math.ceil(expectedFrames * MOST_FRAMES) + 2
  const expected = `${fewest} to ${most}`
  const ok = got >= fewest && got <= most
  return [{ name: 'frames', ok, expected, got: String(got), code: 'RESULT_CUT_SHORT' }]
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

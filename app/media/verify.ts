import { stat } from 'node:fs/promises'
import type { MediaBinaries } from './binaries.js'
import type { PlannedRendition } from './encode_plan.js'
import { MediaError } from './errors.js'
import { problemsIn } from './explain_exit.js'
import type { FfprobeReport } from './ffprobe_report.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from './input_safety.js'
import { measureSpans } from './measure_spans.js'
import { topLevelBoxes } from './mp4_boxes.js'
import * as check from './proof_checks.js'
import type { ProofCheck, RenditionProof } from './rendition_proof.js'
import { runBounded } from './run_bounded.js'
import { readHeader } from './run_ffprobe.js'
import type { StreamSpan } from './stream_span.js'

export { measureSpans } from './measure_spans.js'
export type { RenditionProof } from './rendition_proof.js'

const HEADER_TIMEOUT_MS = 30_000
/** A decode runs many times faster than time; half of that on a busy machine is still far below this. */
const DECODE_BASE_MS = 60_000
const DECODE_MS_PER_S = 2_000

export interface VerifyOptions {
  binaries: MediaBinaries
  /** Of the source, as measureSpans or MediaInfo.spans tell. */
  sourceSpans: StreamSpan[]
  signal?: AbortSignal
}

/**
 * Finds out whether a written file is what was planned, whole and playable; no exit code is believed.
 * @throws MediaError RESULT_* with the failed checks as evidence
 */
export async function verifyRendition(
  path: string,
  planned: PlannedRendition,
  options: VerifyOptions
): Promise<RenditionProof> {
  const sizeBytes = await sizeOf(path)
  const report = await openAgain(path, options)
  const spans = await measureSpans(path, options)
  const pairs = pairsOf(planned, report, { source: options.sourceSpans, result: spans })
  const durationS = Math.max(0, ...spans.map((span) => span.durationS))
  const checks = [
    ...check.checkStreams(planned, report),
    check.checkFastStart(await topLevelBoxes(path)),
    ...pairs.map(check.checkSpan),
    check.checkFrames(planned, pairs[0].result),
    ...spans.map(check.checkTimestamps),
    check.checkDecode(await decodeWhole(path, durationS, options)),
  ]
  refuseFailed(checks)
  const { width, height } = planned
  return { sizeBytes, durationS, width, height, ...describe(report, pairs), spans, checks }
}

async function sizeOf(path: string): Promise<number> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0
  )
  if (size === 0) throw new MediaError('RESULT_MISSING', { evidence: path })
  return size
}

async function openAgain(path: string, options: VerifyOptions): Promise<FfprobeReport> {
  const run = { ...options, timeoutMs: HEADER_TIMEOUT_MS }
  const { report, complaints } = await readHeader(path, run)
  if (!report) throw new MediaError('RESULT_UNREADABLE', { evidence: complaints })
  return report
}

type Spans = Record<'source' | 'result', StreamSpan[]>

function pairsOf(
  planned: PlannedRendition,
  { streams = [] }: FfprobeReport,
  spans: Spans
): [check.SpanPair, ...check.SpanPair[]] {
  const pair = (name: 'video' | 'audio', sourceIndex: number): check.SpanPair => {
    const resultIndex = streams.find(({ codec_type: type }) => type === name)?.index
    const source = spans.source.find(({ index }) => index === sourceIndex)
    return { name, source, result: spans.result.find(({ index }) => index === resultIndex) }
  }
  const video = pair('video', planned.video.sourceIndex)
  if (!planned.audio) return [video]
  return [video, fromCommonStart(pair('audio', planned.audio.sourceIndex), video)]
}

/** Silence before the first sound is part of a result and none of its source: both are measured from where the file starts. */
function fromCommonStart(audio: check.SpanPair, video: check.SpanPair): check.SpanPair {
  const from = (span: StreamSpan | undefined, other: StreamSpan | undefined) => {
    if (!span) return span
    const startS = Math.min(span.startS, other?.startS ?? span.startS)
    return { ...span, startS, durationS: span.endS - startS }
  }
  const source = from(audio.source, video.source)
  return { ...audio, source, result: from(audio.result, video.result) }
}

/** Error lines of a decode from end to end. */
async function decodeWhole(
  path: string,
  durationS: number,
  { binaries, signal }: VerifyOptions
): Promise<string[]> {
  const args = ['-nostdin', '-hide_banner', '-loglevel', 'level+error', ...SAFE_INPUT_OPTIONS]
  // On the file's own clock: the null muxer would complain of pictures that share one of its ticks.
  const ownClock = ['-fps_mode', 'passthrough', '-enc_time_base', '-1']
  const whole = ['-i', fileUrl(path), '-map', '0', ...ownClock, '-f', 'null', '-']
  const timeoutMs = DECODE_BASE_MS + durationS * DECODE_MS_PER_S
  const run = await runBounded(binaries.ffmpeg, [...args, ...whole], { timeoutMs, signal })
  const problems = problemsIn(run.stderr)
  return run.exitCode === 0 || problems.length > 0 ? problems : [`exit code ${run.exitCode}`]
}

function describe({ streams = [] }: FfprobeReport, [video, audio]: check.SpanPair[]) {
  const codecOf = (type: string) => streams.find((s) => s.codec_type === type)?.codec_name ?? null
  return {
    videoCodec: codecOf('video') ?? 'unknown',
    audioCodec: codecOf('audio'),
    frameCount: video.result?.packets ?? 0,
    soundOverhangChangeS: audio
      ? overhang(audio, video, 'result') - overhang(audio, video, 'source')
      : null,
  }
}

/** Seconds by which the sound ends after the pictures. */
function overhang(audio: check.SpanPair, video: check.SpanPair, side: 'source' | 'result'): number {
  return (audio[side]?.endS ?? 0) - (video[side]?.endS ?? 0)
}

function refuseFailed(checks: ProofCheck[]): void {
  const failed = checks.filter(({ ok }) => !ok)
  if (failed.length === 0) return
  const lines = failed.map(({ name, expected, got }) => `${name}: expected ${expected}, got ${got}`)
  throw new MediaError(failed[0].code, { detail: lines[0], evidence: lines.join('\n') })
}

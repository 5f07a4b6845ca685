import { stat } from 'node:fs/promises'
import type { MediaBinaries } from '../run/binaries.js'
import type { PlannedRendition } from '../plan/encode_plan.js'
import { MediaError } from '../errors.js'
import { problemsIn } from '../run/explain_exit.js'
import type { FfprobeReport } from '../probe/ffprobe_report.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import { measureSpans } from '../probe/measure_spans.js'
import { topLevelBoxes } from '../probe/mp4_boxes.js'
import type { MediaWarning } from '../probe/media_info.js'
import type { PlannedSource } from '../plan/plan_source.js'
import * as check from './proof_checks.js'
import type { ProofCheck, RenditionProof } from './rendition_proof.js'
import { runBounded } from '../run/run_bounded.js'
import { readHeader } from '../probe/run_ffprobe.js'
import { damageOf, shortened } from './source_damage.js'
import { checkSimilarity } from './similarity_check.js'
import { measureSimilarity, type Similarity } from './ssim.js'
import type { StreamSpan } from '../probe/stream_span.js'
import { verifyPicture } from './verify_picture.js'
import { verifyWebp } from './verify_webp.js'

export { measureSpans } from '../probe/measure_spans.js'
export type { RenditionProof } from './rendition_proof.js'

const HEADER_TIMEOUT_MS = 30_000
/** A decode runs many times faster than time; half of that on a busy machine is still far below this. */
const DECODE_BASE_MS = 60_000
const DECODE_MS_PER_S = 2_000

/** Comparing with the source is the other half. */
const DECODED = 0.5

export interface VerifyOptions {
  binaries: MediaBinaries
  /** Of the source, as measureSpans or MediaInfo.spans tell; of the part that was taken, where it was trimmed. */
  sourceSpans: StreamSpan[]
  /** Where given, the pictures are compared with it and its damage is told. */
  source?: SourceEvidence
  signal?: AbortSignal
  /** Called with how much is done, 0..1, on the way. */
  onProgress?: (done: number) => void
}

export interface SourceEvidence {
  path: string
  plan: PlannedSource
  /** Of the probe. */
  warnings: MediaWarning[]
  /** stderr of the ffmpeg that encoded. */
  encodeLog: string
}

/**
 * Finds out whether a written file is what was planned, whole and playable; no exit code is believed.
 * @throws MediaError RESULT_* with the failed checks as evidence; INPUT_DAMAGED where the source is to blame
 */
export async function verifyRendition(
  path: string,
  planned: PlannedRendition,
  options: VerifyOptions
): Promise<RenditionProof> {
  const sizeBytes = await sizeOf(path)
  if (planned.kind === 'picture') return verifyPicture(path, planned, { ...options, sizeBytes })
  if (planned.container === 'webp') return verifyWebp(path, planned, sizeBytes)
  const report = await openAgain(path, options)
  const spans = await measureSpans(path, options)
  const pairs = pairsOf(planned, report, { source: options.sourceSpans, result: spans })
  const durationS = Math.max(0, ...spans.map((span) => span.durationS))
  const damage = damageOf(options.source)
  const checks = [
    ...check.checkStreams(planned, report),
    ...(hasIndex(planned) ? [check.checkFastStart(await topLevelBoxes(path))] : []),
    ...pairs.map((pair) => check.checkSpan(pair, damage.length > 0)),
    ...check.checkFrames(planned, pairs.find(({ name }) => name === 'video')?.result),
    ...check.checkDrift(pairs, damage.length > 0),
    ...spans.map(check.checkTimestamps),
    check.checkDecode(await decodeWhole(path, durationS, options)),
  ]
  refuseFailed(checks, damage)
  options.onProgress?.(DECODED)
  const similarity = await compare({ path, planned, pairs }, options)
  refuseFailed(checkSimilarity(similarity), damage)
  return {
    ...{ sizeBytes, durationS, width: planned.width, height: planned.height },
    ...describe(report, pairs),
    ...{ spans, checks: [...checks, ...checkSimilarity(similarity)], similarity },
    warnings: [...damage, ...pairs.flatMap(shortened)],
  }
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
): check.SpanPair[] {
  const pair = (name: 'video' | 'audio', sourceIndex: number): check.SpanPair => {
    const resultIndex = streams.find(({ codec_type: type }) => type === name)?.index
    const source = spans.source.find(({ index }) => index === sourceIndex)
    return { name, source, result: spans.result.find(({ index }) => index === resultIndex) }
  }
  const video = planned.video && pair('video', planned.video.sourceIndex)
  const audio = planned.audio && pair('audio', planned.audio.sourceIndex)
  if (video && audio) return [video, fromCommonStart(audio, video)]
  return [video, audio].filter((one) => one !== null)
}

/** Formats that keep an index, which must stand in front. */
function hasIndex({ container }: PlannedRendition): boolean {
  return container === 'mp4' || container === 'mov' || container === 'm4a'
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

async function compare(
  of: { path: string; planned: PlannedRendition; pairs: check.SpanPair[] },
  { source, binaries, signal }: VerifyOptions
): Promise<Similarity> {
  const video = of.pairs.find(({ name }) => name === 'video')
  if (!video) return { ssim: null, reason: 'sound alone' }
  if (!source || !video.source || !video.result) {
    return { ssim: null, reason: 'the source was not at hand' }
  }
  if (damageOf(source).length > 0) return { ssim: null, reason: 'the source is damaged' }
  const { path, plan } = source
  const compared = { ...of, span: video.result, source: { path, plan, span: video.source } }
  return measureSimilarity(compared, { binaries, signal })
}

function describe({ streams = [] }: FfprobeReport, pairs: check.SpanPair[]) {
  const video = pairs.find(({ name }) => name === 'video')
  const audio = pairs.find(({ name }) => name === 'audio')
  const codecOf = (type: string) => streams.find((s) => s.codec_type === type)?.codec_name ?? null
  return {
    videoCodec: codecOf('video'),
    audioCodec: codecOf('audio'),
    frameCount: video?.result?.packets ?? 0,
    soundOverhangChangeS: audio && video ? check.overhangChangeS(audio, video) : null,
  }
}

/** Where the source is damaged the result cannot be better: it is to blame, and no retry helps. */
function refuseFailed(checks: ProofCheck[], damage: MediaWarning[]): void {
  const failed = checks.filter(({ ok }) => !ok)
  if (failed.length === 0) return
  const lines = failed.map(({ name, expected, got }) => `${name}: expected ${expected}, got ${got}`)
  const isSourceToBlame = damage.length > 0 && failed[0].code === 'RESULT_CUT_SHORT'
  const code = isSourceToBlame ? 'INPUT_DAMAGED' : failed[0].code
  const evidence = [...lines, ...damage.map(({ text }) => text)].join('\n')
  throw new MediaError(code, { detail: lines[0], evidence })
}

import type { MediaBinaries } from '../run/binaries.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import { runBounded } from '../run/run_bounded.js'
import type { ComparedSpan } from './ssim_spans.js'
import type { StreamSpan } from '../probe/stream_span.js'

/** The same pictures in both files. */
export interface AlignedFrames {
  count: number
  /** On each file's own clock; null for the whole file. */
  result: Between | null
  source: Between | null
  /** The result's pictures in which those of the source are looked for, so many before the first of the span. */
  around: { between: Between | null; count: number; before: number }
}

/** Seconds, half a picture before the first one and half a picture after the last one begins. */
export interface Between {
  fromS: number
  toS: number
}

interface Pair {
  path: string
  span: StreamSpan
  source: { path: string; span: StreamSpan }
}

const TIMEOUT_MS = 60_000
/** Pictures later than their place in the file: reordering reaches no further. */
const REORDERED_S = 1
/** The result is looked at so much before and after, for pictures that stand at the wrong moment. */
const AROUND_S = 2.25
/** Of a step between pictures: a moment this near is the same one. */
const NEAR = 0.6

/** @returns the pictures of the span in both files, or why they cannot be told, in words */
export async function alignedFrames(
  { path, span, source }: Pair,
  { startS, lengthS }: ComparedSpan,
  run: { binaries: MediaBinaries; signal?: AbortSignal }
): Promise<AlignedFrames | string> {
  if (lengthS === null) {
    const around = { between: null, count: span.packets, before: 0 }
    return { count: span.packets, result: null, source: null, around }
  }
  const window = { fromS: startS, toS: startS + lengthS }
  const wide = { fromS: Math.max(0, startS - AROUND_S), toS: window.toS + AROUND_S }
  const [ours, theirs] = await Promise.all([
    momentsIn({ path, span }, wide, run),
    momentsIn(source, window, run),
  ])
  return align({ ours, theirs, stepS: span.medianStepS }, { result: span, source: source.span })
}

/**
 * The key frame of a source that is nearest to a moment: from there nothing needs to be decoded that is not compared.
 *
 * @returns seconds from the first picture; the moment itself where no key frame is within reach
 */
export async function nearKeyFrame(
  { path, span }: { path: string; span: StreamSpan },
  { startS, reachS }: { startS: number; reachS: number },
  { binaries, signal }: { binaries: MediaBinaries; signal?: AbortSignal }
): Promise<number> {
  const interval = `${span.startS + startS}%${span.startS + startS + reachS}`
  const show = ['-read_intervals', interval, '-show_entries', 'packet=pts_time,flags']
  const select = ['-select_streams', String(span.index), '-of', 'csv=p=0']
  const args = ['-v', 'error', ...SAFE_INPUT_OPTIONS, ...select, ...show, fileUrl(path)]
  const { stdout } = await runBounded(binaries.ffprobe, args, { timeoutMs: TIMEOUT_MS, signal })
  const off = (moment: number) => Math.abs(moment - startS)
  const [nearest] = stdout
    .split('\n')
    .filter((line) => line.includes(',K'))
    .map((line) => Number.parseFloat(line) - span.startS)
    .filter((moment) => moment >= 0 && off(moment) <= reachS)
    .sort((a, b) => off(a) - off(b))
  return nearest ?? startS
}

/** Seconds from the first picture of the stream, rising. */
async function momentsIn(
  { path, span }: { path: string; span: StreamSpan },
  { fromS, toS }: Between,
  { binaries, signal }: { binaries: MediaBinaries; signal?: AbortSignal }
): Promise<number[]> {
  const interval = `${span.startS + fromS}%${span.startS + toS + REORDERED_S}`
  const show = ['-read_intervals', interval, '-show_entries', 'packet=pts_time', '-of', 'csv=p=0']
  const select = ['-select_streams', String(span.index)]
  const args = ['-v', 'error', ...SAFE_INPUT_OPTIONS, ...select, ...show, fileUrl(path)]
  const { stdout } = await runBounded(binaries.ffprobe, args, { timeoutMs: TIMEOUT_MS, signal })
  return stdout
    .split('\n')
    .map((line) => Number.parseFloat(line) - span.startS)
    .filter((moment) => moment >= fromS - span.medianStepS && moment < toS)
    .sort((a, b) => a - b)
}

interface Moments {
  ours: number[]
  theirs: number[]
  /** Between two pictures. */
  stepS: number
}

/** Pure. */
export function align(
  { ours, theirs, stepS }: Moments,
  on: { result: StreamSpan; source: StreamSpan }
): AlignedFrames | string {
  const from = ours.findIndex((moment) => placeOf(theirs, moment, stepS) !== -1)
  if (from === -1) return 'no picture of the sampled part is in both files'
  const mine = ours.slice(from)
  const same = theirs.slice(placeOf(theirs, mine[0], stepS))
  const count = Math.min(mine.length, same.length)
  const isSame = mine
    .slice(0, count)
    .every((moment, n) => Math.abs(moment - same[n]) <= stepS * NEAR)
  if (!isSame) return 'the pictures stand at other moments than the source’s'
  const betweenAll = ({ startS }: StreamSpan, moments: number[]) => ({
    fromS: startS + moments[0] - stepS / 2,
    toS: startS + moments.at(-1)! + stepS / 2,
  })
  const between = (span: StreamSpan, moments: number[]) => betweenAll(span, moments.slice(0, count))
  const around = { between: betweenAll(on.result, ours), count: ours.length, before: from }
  return { count, result: between(on.result, mine), source: between(on.source, same), around }
}

function placeOf(moments: number[], to: number, stepS: number): number {
  return moments.findIndex((moment) => Math.abs(moment - to) <= stepS * NEAR)
}

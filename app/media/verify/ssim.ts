import type { MediaBinaries } from '../run/binaries.js'
import { MediaError } from '../errors.js'
import type { PlannedRendition } from '../plan/encode_plan.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import type { PlannedSource } from '../plan/plan_source.js'
import { runBounded } from '../run/run_bounded.js'
import { alignedFrames, type AlignedFrames } from './ssim_frames.js'
import { spansToCompare, whyNotCompared } from './ssim_spans.js'
import type { StreamSpan } from '../probe/stream_span.js'
import { toWebPicture } from '../plan/web_picture.js'

/** How much the pictures look like the source's, 0..1, on ffmpeg's `All`. */
export interface Ssim {
  average: number
  /** Of the least alike picture. */
  worst: number
  spans: SsimSpan[]
}

export interface SsimSpan {
  /** Seconds from the first picture. */
  startS: number
  frames: number
  average: number
  worst: number
  /** Of the pictures shrunk to 32 pixels across: noise that a low rate leaves out does not count, a wrong picture does. */
  shape: number
}

/** `ssim` is null where the pictures cannot be compared, and `reason` says why. */
export interface Similarity {
  ssim: Ssim | null
  reason: string | null
}

export interface Compared {
  path: string
  planned: PlannedRendition
  span: StreamSpan
  source: { path: string; plan: PlannedSource; span: StreamSpan }
}

interface Run {
  binaries: MediaBinaries
  signal?: AbortSignal
}

const TIMEOUT_MS = 120_000
const SHAPE_SIZE = '32:32'

/**
 * Compares sampled spans picture by picture with the source, sized as the rendition was.
 * @throws MediaError FFMPEG_MISSING or ABORTED; what cannot be compared is told, not thrown
 */
export async function measureSimilarity(compared: Compared, run: Run): Promise<Similarity> {
  const why = whyNotCompared(compared)
  if (why) return { ssim: null, reason: why }
  const spans: SsimSpan[] = []
  try {
    for (const { startS, lengthS } of spansToCompare(compared.span.durationS)) {
      const frames = await alignedFrames(compared, { startS, lengthS }, run)
      if (typeof frames === 'string') return { ssim: null, reason: frames }
      const span = await compareSpan(compared, frames, run)
      if (!span) return { ssim: null, reason: 'not every picture could be decoded for comparison' }
      spans.push({ startS, ...span })
    }
  } catch (error) {
    return { ssim: null, reason: reasonOf(error) }
  }
  return { ssim: summary(spans), reason: null }
}

function reasonOf(error: unknown): string {
  if (error instanceof MediaError && error.code === 'PROBE_TIME_LIMIT') {
    return 'the comparison took too long'
  }
  throw error
}

async function compareSpan(
  compared: Compared,
  frames: AlignedFrames,
  { binaries, signal }: Run
): Promise<Omit<SsimSpan, 'startS'> | null> {
  const { source, planned, path } = compared
  const inputs = [...inputOf(path, frames.resultFromS), ...inputOf(source.path, frames.sourceFromS)]
  const args = [
    ...['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'info', '-copyts', ...inputs],
    ...['-filter_complex', graph(source.plan, planned, { frames, span: compared.span })],
    ...['-f', 'null', '-'],
  ]
  const { stdout, stderr } = await runBounded(binaries.ffmpeg, args, {
    timeoutMs: TIMEOUT_MS,
    signal,
  })
  const values = [...stdout.matchAll(/All:(-?[\d.]+)/g)].map((match) => Number(match[1]))
  const shape = /ssim@shape.*All:(-?[\d.]+)/.exec(stderr)?.[1]
  if (values.length !== frames.count || shape === undefined) return null
  const average = values.reduce((sum, value) => sum + value, 0) / values.length
  return { frames: frames.count, average, worst: Math.min(...values), shape: Number(shape) }
}

/** Reading begins at the key frame before; what comes too early is cut by the graph. */
function inputOf(path: string, fromS: number | null): string[] {
  const seek = fromS === null ? [] : ['-seek_timestamp', '1', '-ss', fromS.toFixed(6)]
  return [...SAFE_INPUT_OPTIONS, ...seek, '-i', fileUrl(path)]
}

function graph(
  source: PlannedSource,
  planned: PlannedRendition,
  { frames, span }: { frames: AlignedFrames; span: StreamSpan }
): string {
  const exactly = (fromS: number | null) => {
    const from = fromS === null ? '' : `trim=start=${fromS.toFixed(6)},`
    return `${from}trim=end_frame=${frames.count},settb=1/25,setpts=N`
  }
  const both = 'split=2'
  const small = `scale=${SHAPE_SIZE}:flags=area`
  return [
    `[0:${span.index}]${exactly(frames.resultFromS)},format=yuv420p,setsar=1,${both}[a][as]`,
    `[1:${source.videoIndex}]${exactly(frames.sourceFromS)},${toWebPicture(source, planned)},${both}[b][bs]`,
    `[as]${small}[sa]`,
    `[bs]${small}[sb]`,
    '[a][b]ssim=stats_file=-',
    '[sa][sb]ssim@shape',
  ].join(';')
}

function summary(spans: SsimSpan[]): Ssim {
  const frames = spans.reduce((sum, span) => sum + span.frames, 0)
  const total = spans.reduce((sum, span) => sum + span.average * span.frames, 0)
  return { average: total / frames, worst: Math.min(...spans.map(({ worst }) => worst)), spans }
}

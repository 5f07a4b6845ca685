import type { MediaBinaries } from '../run/binaries.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import type { PlannedRendition } from '../plan/encode_plan.js'
import type { PlannedSource } from '../plan/plan_source.js'
import { toWebPicture } from '../plan/web_picture.js'
import type { StreamSpan } from '../probe/stream_span.js'
import { runBounded } from '../run/run_bounded.js'
import { likenessOf, picturePairs, SMALL_SIZE, type SmallLikeness } from './small_pictures.js'
import type { AlignedFrames, Between } from './ssim_frames.js'

export interface Compared {
  path: string
  planned: PlannedRendition
  span: StreamSpan
  source: { path: string; plan: PlannedSource; span: StreamSpan }
}

export interface SpanLikeness extends SmallLikeness {
  frames: number
  /** SSIM in full size, ffmpeg's `All`: of all pictures, and of the least alike. */
  average: number
  worst: number
}

interface Run {
  binaries: MediaBinaries
  /** Seconds before the span from which both files are read, for files that jump to the wrong place. */
  runUpS: number
  signal?: AbortSignal
}

const TIMEOUT_MS = 120_000
/** Else pictures would be doubled to the rate that the streams claim. */
const AS_THEY_COME = ['-fps_mode', 'passthrough']

/** Null where not every picture can be had. @throws MediaError PROBE_TIME_LIMIT, FFMPEG_MISSING or ABORTED */
export async function compareSpan(
  compared: Compared,
  frames: AlignedFrames,
  { binaries, runUpS, signal }: Run
): Promise<SpanLikeness | null> {
  const inputs = [
    ...inputOf(compared.path, frames.result, runUpS),
    ...inputOf(compared.source.path, frames.source, runUpS),
  ]
  const args = [
    ...['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', '-copyts', ...inputs],
    ...['-filter_complex', graph(compared, frames)],
    ...[
      '-map',
      '[small]',
      ...AS_THEY_COME,
      '-f',
      'rawvideo',
      'pipe:1',
      '-map',
      '[full]',
      ...AS_THEY_COME,
      '-f',
      'null',
      '-',
    ],
  ]
  const small: Buffer[] = []
  const onChunk = (chunk: Buffer) => small.push(chunk)
  const options = { timeoutMs: TIMEOUT_MS, signal, onChunk }
  const { stderr } = await runBounded(binaries.ffmpeg, args, options)
  const values = [...stderr.matchAll(/^lavfi\.ssim\.All=(-?[\d.]+)$/gm)].map(([, all]) =>
    Number(all)
  )
  const pairs = picturePairs(Buffer.concat(small))
  if (values.length !== frames.count || pairs.length !== frames.count) return null
  const average = values.reduce((sum, value) => sum + value, 0) / values.length
  return { frames: frames.count, average, worst: Math.min(...values), ...likenessOf(pairs) }
}

/** Reading begins at the key frame before; what comes too early is cut by the graph. */
function inputOf(path: string, between: Between | null, runUpS: number): string[] {
  const fromS = between && between.fromS - runUpS
  const seek = fromS === null ? [] : ['-seek_timestamp', '1', '-ss', fromS.toFixed(6)]
  return [...SAFE_INPUT_OPTIONS, ...seek, '-i', fileUrl(path)]
}

/** Pictures outside the span never count, wherever reading began: counting alone would pair neighbours. */
function graph({ planned, span, source }: Compared, frames: AlignedFrames): string {
  const exactly = (between: Between | null) => {
    const times = between ? `start=${between.fromS.toFixed(6)}:end=${between.toS.toFixed(6)}` : ''
    return `trim=${times || `end_frame=${frames.count}`},settb=1/25,setpts=N`
  }
  const small = `scale=${SMALL_SIZE}:${SMALL_SIZE}:flags=area`
  return [
    `[0:${span.index}]${exactly(frames.result)},format=yuv420p,setsar=1,split=2[a][as]`,
    `[1:${source.plan.videoIndex}]${exactly(frames.source)},${toWebPicture(source.plan, planned)},split=2[b][bs]`,
    `[as]${small}[sa]`,
    `[bs]${small}[sb]`,
    '[sa][sb]vstack=shortest=1,format=yuv420p[small]',
    `[a][b]ssim=shortest=1,metadata=print:key=lavfi.ssim.All:file='pipe\\:2'[full]`,
  ].join(';')
}

import type { MediaBinaries } from '../run/binaries.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import type { PlannedRendition } from '../plan/encode_plan.js'
import type { PlannedSource } from '../plan/plan_source.js'
import { toWebPicture } from '../plan/web_picture.js'
import type { StreamSpan } from '../probe/stream_span.js'
import { runBounded } from '../run/run_bounded.js'
import { likenessOf, SMALL_SIZE, smallPictures, type SmallLikeness } from './small_pictures.js'
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
  const small: Buffer[] = []
  const onChunk = (chunk: Buffer) => small.push(chunk)
  const options = { timeoutMs: TIMEOUT_MS, signal, onChunk }
  const { stderr } = await runBounded(
    binaries.ffmpeg,
    argumentsOf(compared, frames, runUpS),
    options
  )
  const values = [...stderr.matchAll(/^lavfi\.ssim\.All=(-?[\d.]+)$/gm)].map(([, all]) =>
    Number(all)
  )
  const pictures = smallPictures(Buffer.concat(small))
  const { count, around } = frames
  if (values.length !== count || pictures.length !== around.count + count) return null
  const ours = pictures.slice(0, around.count)
  const pairs = pictures
    .slice(around.count)
    .map((source, n) => ({ source, result: ours[around.before + n] }))
  const average = values.reduce((sum, value) => sum + value, 0) / values.length
  const likeness = likenessOf(pairs, { pictures: ours, before: around.before })
  return { frames: count, average, worst: Math.min(...values), ...likeness }
}

function argumentsOf(compared: Compared, frames: AlignedFrames, runUpS: number): string[] {
  const inputs = [
    ...inputOf(compared.path, frames.around.between, runUpS),
    ...inputOf(compared.source.path, frames.source, runUpS),
  ]
  return [
    ...['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', '-copyts', ...inputs],
    ...['-filter_complex', graph(compared, frames)],
    ...['-map', '[small]', ...AS_THEY_COME, '-f', 'rawvideo', 'pipe:1'],
    ...['-map', '[full]', ...AS_THEY_COME, '-f', 'null', '-'],
  ]
}

/** Reading begins at the key frame before; what comes too early is cut by the graph. */
function inputOf(path: string, between: Between | null, runUpS: number): string[] {
  const fromS = between && between.fromS - runUpS
  const seek = fromS === null ? [] : ['-seek_timestamp', '1', '-ss', fromS.toFixed(6)]
  return [...SAFE_INPUT_OPTIONS, ...seek, '-i', fileUrl(path)]
}

/**
 * Pictures outside the span never count, wherever reading began: counting alone would pair neighbours. First come the
 * result's small pictures, also those around the span, and then the source's.
 */
function graph({ planned, span, source }: Compared, frames: AlignedFrames): string {
  const within = (between: Between | null) => {
    const times = between ? `start=${between.fromS.toFixed(6)}:end=${between.toS.toFixed(6)}` : ''
    return `trim=${times || `end_frame=${frames.count}`}`
  }
  const counted = 'settb=1/25,setpts=N'
  const small = `scale=${SMALL_SIZE}:${SMALL_SIZE}:flags=area,format=yuv420p,setsar=1`
  const web = toWebPicture(source.plan, planned)
  return [
    `[0:${span.index}]${within(frames.around.between)},format=yuv420p,setsar=1,split=2[wide][exact]`,
    `[exact]${within(frames.result)},${counted}[a]`,
    `[wide]${counted},${small}[sa]`,
    `[1:${source.plan.videoIndex}]${within(frames.source)},${counted},${web},split=2[b][bs]`,
    `[bs]${small}[sb]`,
    '[sa][sb]concat=n=2:v=1:a=0[small]',
    `[a][b]ssim=shortest=1,metadata=print:key=lavfi.ssim.All:file='pipe\\:2'[full]`,
  ].join(';')
}

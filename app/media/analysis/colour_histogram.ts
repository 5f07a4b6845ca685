import type { MediaBinaries } from '../run/binaries.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import type { PicturedInfo } from '../probe/media_info.js'
import { runBounded } from '../run/run_bounded.js'

export const HISTOGRAM_BINS = 64

/** Shares of all pixels looked at, 0..1, in 64 bins from dark to bright; each list sums to 1. */
export interface ColourHistogram {
  /** Pictures looked at. */
  frames: number
  red: number[]
  green: number[]
  blue: number[]
  luma: number[]
}

/** Evenly spread over the video; more change the picture little. */
const FRAMES = 48
const WIDTH = 96
const HEIGHT = 54
const FRAME_BYTES = WIDTH * HEIGHT * 3
const BASE_TIMEOUT_MS = 15_000
/** Decoding, on a machine that does ten other things: a second for each key frame of 8 million pixels. */
const PIXELS_PER_MS = 8_000
/** The slowest storage that we still wait for: some containers must be read whole to find the key frames. */
const SLOWEST_BYTES_PER_MS = 5_000

/**
 * Which colours a video has, from small copies of evenly spaced key frames; other pictures are not even read where
 * the container knows which is which.
 * @returns null where no key frame could be decoded
 * @throws MediaError PROBE_TIME_LIMIT, FFMPEG_MISSING, ABORTED
 */
export async function colourHistogram(
  path: string,
  info: PicturedInfo,
  options: { binaries: MediaBinaries; signal?: AbortSignal }
): Promise<ColourHistogram | null> {
  const counter = new ColourCounter()
  const { binaries, signal } = options
  await runBounded(binaries.ffmpeg, histogramArguments(path, info), {
    timeoutMs: timeoutMs(info),
    signal,
    onChunk: (chunk) => counter.add(chunk),
  })
  return counter.histogram()
}

function timeoutMs({ video, sizeBytes }: PicturedInfo): number {
  const pixels = FRAMES * video.codedWidth * video.codedHeight
  return BASE_TIMEOUT_MS + pixels / PIXELS_PER_MS + sizeBytes / SLOWEST_BYTES_PER_MS
}

function histogramArguments(path: string, { video, durationS }: PicturedInfo): string[] {
  const spacing = (durationS / FRAMES).toFixed(3)
  const spread = `select='isnan(prev_selected_t)+gte(t-prev_selected_t,${spacing})'`
  return [
    ...['-nostdin', '-v', 'error', '-skip_frame', 'nokey', '-discard', 'nokey'],
    ...[...SAFE_INPUT_OPTIONS, '-i', fileUrl(path), '-map', `0:${video.index}`],
    ...['-vf', `${spread},scale=${WIDTH}:${HEIGHT}:flags=area`, '-fps_mode', 'passthrough'],
    ...['-frames:v', String(FRAMES), '-pix_fmt', 'rgb24', '-f', 'rawvideo', 'pipe:1'],
  ]
}

/** Counts packed RGB pictures as they come, in pieces of any length. */
export class ColourCounter {
  private bytes = 0
  private rest = Buffer.alloc(0)
  private readonly counts = {
    red: new Uint32Array(HISTOGRAM_BINS),
    green: new Uint32Array(HISTOGRAM_BINS),
    blue: new Uint32Array(HISTOGRAM_BINS),
    luma: new Uint32Array(HISTOGRAM_BINS),
  }

  add(chunk: Buffer): void {
    const all = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk
    const whole = all.length - (all.length % 3)
    for (let at = 0; at < whole; at += 3) this.count(all[at], all[at + 1], all[at + 2])
    this.rest = Buffer.from(all.subarray(whole))
    this.bytes += chunk.length
  }

  histogram(): ColourHistogram | null {
    const pixels = Math.floor(this.bytes / 3)
    if (pixels === 0) return null
    const share = (counts: Uint32Array) => Array.from(counts, (n) => rounded(n / pixels))
    const { red, green, blue, luma } = this.counts
    const shares = { red: share(red), green: share(green), blue: share(blue), luma: share(luma) }
    return { frames: Math.ceil(this.bytes / FRAME_BYTES), ...shares }
  }

  /** Luma as BT.709 weighs it; four values share a bin. */
  private count(red: number, green: number, blue: number): void {
    const luma = Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    this.counts.red[red >> 2]++
    this.counts.green[green >> 2]++
    this.counts.blue[blue >> 2]++
    this.counts.luma[luma >> 2]++
  }
}

/** Six digits: finer than one pixel in a picture. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

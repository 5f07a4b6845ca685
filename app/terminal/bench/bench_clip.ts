import { join } from 'node:path'
import { probe } from '#media/probe/probe'
import { MediaError } from '#media/errors'
import { runBounded } from '#media/run/run_bounded'
import { corpusSettings } from '#app/terminal/corpus/corpus_settings'
import { WrongUsage } from '#app/terminal/errors'
import type { Bench } from '#app/terminal/bench/bench'

export interface ClipRequest {
  /** A file to measure with, or null for a generated one. */
  video: string | null
  /** Length of the generated clip. */
  clipS: number
  signal: AbortSignal
}

const TIME_LIMIT_MS = 3_600_000
/** Limits are measured elsewhere; here none may strike. */
const MEMORY_BYTES = 4 * 1024 ** 3

/** @throws WrongUsage for a file that is not a video */
export async function prepareBench(folder: string, request: ClipRequest): Promise<Bench> {
  const { signal } = request
  const { binaries, probeLimits, encodeLimits } = corpusSettings('medium', TIME_LIMIT_MS)
  const inputPath = request.video ?? join(folder, 'clip.mp4')
  if (!request.video) {
    const args = clipArguments(request.clipS, inputPath)
    await runBounded(binaries.ffmpeg, args, { timeoutMs: TIME_LIMIT_MS, signal })
  }
  const info = await probe(inputPath, { binaries, limits: probeLimits, signal }).catch((error) => {
    throw error instanceof MediaError ? new WrongUsage(`${inputPath}: ${error.message}`) : error
  })
  const limits = { ...encodeLimits, memoryBytes: MEMORY_BYTES }
  return { binaries, limits, probeLimits, info, inputPath, signal }
}

/** Detail that moves, with the grain of a camera: flat test cards cost next to nothing to encode. */
function clipArguments(clipS: number, path: string): string[] {
  const picture = `mandelbrot=s=1920x1080:r=25:start_scale=2:end_scale=0.02:end_pts=${25 * clipS}`
  const grain = 'noise=alls=6:allf=t'
  const inputs = ['-f', 'lavfi', '-i', `${picture},${grain},format=yuv420p`]
  const sound = ['-f', 'lavfi', '-i', 'anoisesrc=a=0.1:c=pink']
  const encoding = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-c:a', 'aac']
  return [
    ...['-nostdin', '-v', 'error', '-y', ...inputs, ...sound],
    ...['-t', String(clipS), ...encoding, path],
  ]
}

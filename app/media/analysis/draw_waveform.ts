import type { MediaBinaries } from '../run/binaries.js'
import { explainExit } from '../run/explain_exit.js'
import { join } from 'node:path'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import type { PlannedWaveform } from '../plan/plan_poster.js'
import { runBounded } from '../run/run_bounded.js'
import { verifyPoster } from '../verify/verify_poster.js'

const BACKGROUND = '0x14213d'
const WAVE = '0xfca311'
/** The filter holds all of the sound until its end: at 2 bytes a sample, 32 MiB of it. */
const MOST_SAMPLES = 16_000_000
/** Enough for the shape of what is heard, even of ten hours. */
const RATES_HZ = { least: 2_000, most: 48_000 }
/** Each buffer has a cost of its own: few and large ones. */
const SAMPLES_A_BUFFER = 16_384
/** Decoding sound is hundreds of times faster than hearing it. */
const BASE_TIMEOUT_MS = 30_000
const TIMEOUT_MS_PER_S = 200

export interface WaveformPaths {
  inputPath: string
  outputDirectory: string
}

/** The arguments that draw the loudness of the whole sound over time as a JPEG. Pure. */
export function waveformArguments(planned: PlannedWaveform, paths: WaveformPaths): string[] {
  const size = `${planned.width}x${planned.height}`
  const mono = `[0:${planned.audioIndex}]aformat=channel_layouts=mono,${thinned(planned)}`
  const wave = `showwavespic=s=${size}:colors=${WAVE}:scale=sqrt:draw=full,format=rgba[wave]`
  const laid = `color=${BACKGROUND}:s=${size}[back];[back][wave]overlay=format=auto`
  const forJpeg = 'scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p[picture]'
  return [
    ...['-nostdin', '-hide_banner', '-loglevel', 'level+error', '-y', ...SAFE_INPUT_OPTIONS],
    ...['-i', fileUrl(paths.inputPath)],
    ...['-filter_complex', `${mono},${wave};${laid},${forJpeg}`, '-map', '[picture]'],
    ...['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '3', '-map_metadata', '-1'],
    ...['-update', '1', '-f', 'image2', fileUrl(outputPath(planned, paths))],
  ]
}

function thinned({ durationS }: PlannedWaveform): string {
  const fitting = Math.floor(MOST_SAMPLES / Math.max(1, durationS))
  const rate = Math.max(RATES_HZ.least, Math.min(RATES_HZ.most, fitting))
  return `aresample=${rate},asetnsamples=n=${SAMPLES_A_BUFFER}:p=0`
}

/** The poster of what has no pictures. @throws MediaError with the cause; RESULT_* for no whole JPEG */
export async function drawWaveform(
  planned: PlannedWaveform,
  paths: WaveformPaths,
  run: { binaries: MediaBinaries; signal?: AbortSignal }
): Promise<void> {
  const { exitCode, signal, stderr } = await runBounded(
    run.binaries.ffmpeg,
    waveformArguments(planned, paths),
    { timeoutMs: BASE_TIMEOUT_MS + planned.durationS * TIMEOUT_MS_PER_S, signal: run.signal }
  )
  if (exitCode !== 0) throw explainExit({ exitCode, signal, stderr })
  await verifyPoster(outputPath(planned, paths))
}

function outputPath({ fileName }: PlannedWaveform, { outputDirectory }: WaveformPaths): string {
  return join(outputDirectory, fileName)
}

import type { MediaBinaries } from '../run/binaries.js'
import { explainExit } from '../run/explain_exit.js'
import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import type { Size } from '../plan/rendition_size.js'
import { runBounded } from '../run/run_bounded.js'
import { verifyPoster } from '../verify/verify_poster.js'

const BACKGROUND = '0x14213d'
const WAVE = '0xfca311'
/** Decoding sound is hundreds of times faster than hearing it. */
const BASE_TIMEOUT_MS = 30_000
const TIMEOUT_MS_PER_S = 200

export interface WaveformOrder extends Size {
  inputPath: string
  /** Of the stream in the input. */
  audioIndex: number
  durationS: number
  outputPath: string
}

/** The arguments that draw the loudness of the whole sound over time as a JPEG. Pure. */
export function waveformArguments(order: WaveformOrder): string[] {
  const size = `${order.width}x${order.height}`
  const mono = `[0:${order.audioIndex}]aformat=channel_layouts=mono`
  const wave = `showwavespic=s=${size}:colors=${WAVE}:scale=sqrt:draw=full,format=rgba[wave]`
  const laid = `color=${BACKGROUND}:s=${size}[back];[back][wave]overlay=format=auto`
  const forJpeg = 'scale=out_color_matrix=bt601:out_range=pc,format=yuvj420p[picture]'
  return [
    ...['-nostdin', '-hide_banner', '-loglevel', 'level+error', '-y', ...SAFE_INPUT_OPTIONS],
    ...['-i', fileUrl(order.inputPath)],
    ...['-filter_complex', `${mono},${wave};${laid},${forJpeg}`, '-map', '[picture]'],
    ...['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '3', '-map_metadata', '-1'],
    ...['-update', '1', '-f', 'image2', fileUrl(order.outputPath)],
  ]
}

/** The poster of what has no pictures. @throws MediaError with the cause; RESULT_* for no whole JPEG */
export async function drawWaveform(
  order: WaveformOrder,
  run: { binaries: MediaBinaries; signal?: AbortSignal }
): Promise<void> {
  const { exitCode, signal, stderr } = await runBounded(
    run.binaries.ffmpeg,
    waveformArguments(order),
    { timeoutMs: BASE_TIMEOUT_MS + order.durationS * TIMEOUT_MS_PER_S, signal: run.signal }
  )
  if (exitCode !== 0) throw explainExit({ exitCode, signal, stderr })
  await verifyPoster(order.outputPath)
}

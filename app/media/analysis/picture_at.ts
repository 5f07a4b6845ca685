import { fileUrl, SAFE_INPUT_OPTIONS } from '../command/input_safety.js'
import { MediaError } from '../errors.js'
import type { MediaBinaries } from '../run/binaries.js'
import { runBounded } from '../run/run_bounded.js'

const TIMEOUT_MS = 30_000

export interface PictureOptions {
  binaries: MediaBinaries
  /** Of the JPEG, in pixels; the height follows. */
  width: number
  signal?: AbortSignal
}

/**
 * The picture of a film at a moment, in seconds from its start, as a JPEG.
 * @throws MediaError INPUT_UNDECODABLE where there is none
 */
export async function pictureAt(
  path: string,
  atS: number,
  { binaries, width, signal }: PictureOptions
): Promise<Buffer> {
  const chunks: Buffer[] = []
  const args = [
    ...['-nostdin', '-v', 'error', '-ss', atS.toFixed(3), ...SAFE_INPUT_OPTIONS],
    ...['-i', fileUrl(path), '-map', '0:v:0', '-frames:v', '1'],
    ...['-vf', `scale=${width}:-2:flags=lanczos,setsar=1,format=yuvj420p`],
    ...['-q:v', '3', '-f', 'mjpeg', 'pipe:1'],
  ]
  const onChunk = (chunk: Buffer) => void chunks.push(chunk)
  const { stderr } = await runBounded(binaries.ffmpeg, args, {
    timeoutMs: TIMEOUT_MS,
    signal,
    onChunk,
  })
  if (chunks.length === 0) throw new MediaError('INPUT_UNDECODABLE', { evidence: stderr })
  return Buffer.concat(chunks)
}

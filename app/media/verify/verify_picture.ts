import { readFile } from 'node:fs/promises'
import type { MediaBinaries } from '../run/binaries.js'
import type { PlannedRendition } from '../plan/encode_plan.js'
import { MediaError } from '../errors.js'
import { fileUrl, SAFE_PICTURE_OPTIONS } from '../command/input_safety.js'
import { topLevelBoxes } from '../probe/mp4_boxes.js'
import type { RenditionProof } from './rendition_proof.js'
import { runBounded } from '../run/run_bounded.js'

interface Run {
  binaries: MediaBinaries
  signal?: AbortSignal
  sizeBytes: number
}

const TIMEOUT_MS = 30_000
/** How files of a kind begin and end, in hexadecimal; half a picture has no end. */
const SHAPES: Partial<Record<PlannedRendition['container'], [begin: string, end: string]>> = {
  jpg: ['ffd8ff', 'ffd9'],
  png: ['89504e470d0a1a0a', '49454e44ae426082'],
}

/** By its name alone ffprobe takes a JPEG of more than 2 KB for the first of a series of pictures, which nothing may open. */
const DEMUXERS: Partial<Record<PlannedRendition['container'], string>> = {
  jpg: 'jpeg_pipe',
  png: 'png_pipe',
  webp: 'webp_pipe',
}

/** @throws MediaError RESULT_WRONG or RESULT_DAMAGED for a still that is not the one planned, whole */
export async function verifyPicture(
  path: string,
  planned: PlannedRendition,
  run: Run
): Promise<RenditionProof> {
  if (!(await isWhole(path, planned.container, run.sizeBytes))) {
    throw new MediaError('RESULT_DAMAGED', { detail: `no whole ${planned.container}` })
  }
  // ffprobe 5.1 has no demuxer for AVIF stills: its boxes must do.
  const videoCodec = planned.container === 'avif' ? 'av1' : await decode(path, planned, run)
  const { width, height } = planned
  return {
    ...{ sizeBytes: run.sizeBytes, durationS: 0, videoCodec, audioCodec: null, width, height },
    ...{ frameCount: 1, spans: [], soundOverhangChangeS: null, checks: [], warnings: [] },
    similarity: { ssim: null, reason: 'a still' },
  }
}

async function isWhole(path: string, container: PlannedRendition['container'], sizeBytes: number) {
  if (container === 'avif') return hasWholeBoxes(path, sizeBytes)
  const bytes = await readFile(path)
  if (container === 'webp') return riffSize(bytes) === sizeBytes
  const [begin, end] = SHAPES[container] ?? ['', '']
  const hex = bytes.toString('hex')
  return hex.startsWith(begin) && hex.endsWith(end)
}

async function hasWholeBoxes(path: string, sizeBytes: number): Promise<boolean> {
  const boxes = await topLevelBoxes(path)
  const types = boxes.map(({ type }) => type)
  const endsAt = Math.max(0, ...boxes.map(({ offset, size }) => offset + size))
  return types.includes('ftyp') && types.includes('meta') && endsAt === sizeBytes
}

/** Of the whole file, as a RIFF header says; 0 for other files. */
export function riffSize(bytes: Buffer): number {
  const isWebp =
    bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  return isWebp ? bytes.readUInt32LE(4) + 8 : 0
}

async function decode(path: string, planned: PlannedRendition, run: Run): Promise<string> {
  const show = ['-count_frames', '-show_entries', 'stream=codec_name,width,height,nb_read_frames']
  const demuxer = DEMUXERS[planned.container]
  const input = [...(demuxer ? ['-f', demuxer] : []), ...SAFE_PICTURE_OPTIONS, fileUrl(path)]
  const args = ['-v', 'error', ...show, '-of', 'json', ...input]
  const options = { timeoutMs: TIMEOUT_MS, signal: run.signal }
  const { stdout, stderr, exitCode } = await runBounded(run.binaries.ffprobe, args, options)
  if (exitCode !== 0) throw new MediaError('RESULT_UNREADABLE', { evidence: stderr })
  const [stream] = (JSON.parse(stdout) as { streams?: Stream[] }).streams ?? []
  if (!stream || stream.nb_read_frames !== '1' || stderr.trim() !== '') {
    throw new MediaError('RESULT_DAMAGED', {
      detail: 'the picture does not decode',
      evidence: stderr,
    })
  }
  refuseOtherSize(stream, planned)
  return stream.codec_name
}

interface Stream {
  codec_name: string
  width: number
  height: number
  nb_read_frames?: string
}

function refuseOtherSize(stream: Stream, { width, height }: PlannedRendition): void {
  if (stream.width === width && stream.height === height) return
  const detail = `size: expected ${width}x${height}, got ${stream.width}x${stream.height}`
  throw new MediaError('RESULT_WRONG', { detail })
}

import { readFile } from 'node:fs/promises'
import type { PlannedRendition } from '../plan/encode_plan.js'
import { MediaError } from '../errors.js'
import type { RenditionProof } from './rendition_proof.js'
import { riffSize } from './verify_picture.js'

/** Frames show for whole milliseconds, so that each may be off by one. */
const FRAME_ROUNDING_S = 0.001
const TOLERANCE_S = 0.5
const TOLERANCE = 0.01

/**
 * Looks at the chunks of an animation, which ffprobe 5.1 cannot read.
 * @throws MediaError RESULT_WRONG, RESULT_DAMAGED or RESULT_CUT_SHORT
 */
export async function verifyWebp(
  path: string,
  planned: PlannedRendition,
  sizeBytes: number
): Promise<RenditionProof> {
  const bytes = await readFile(path)
  if (riffSize(bytes) !== sizeBytes) {
    throw new MediaError('RESULT_DAMAGED', { detail: 'no whole WebP' })
  }
  const { width, height, frameCount, durationS } = readAnimation(bytes)
  if (width !== planned.width || height !== planned.height) {
    const detail = `size: expected ${planned.width}x${planned.height}, got ${width}x${height}`
    throw new MediaError('RESULT_WRONG', { detail })
  }
  refuseOtherLength(planned, { frameCount, durationS })
  return {
    ...{ sizeBytes, durationS, videoCodec: 'webp', audioCodec: null, width, height, frameCount },
    ...{ spans: [], soundOverhangChangeS: null, checks: [], warnings: [] },
    similarity: { ssim: null, reason: 'an animated picture' },
  }
}

interface Animation {
  width: number
  height: number
  frameCount: number
  durationS: number
}

/** Chunks `VP8X` (size of the canvas) and `ANMF` (a frame with its duration in ms). */
function readAnimation(bytes: Buffer): Animation {
  const seen: Animation = { width: 0, height: 0, frameCount: 0, durationS: 0 }
  for (let at = 12; at + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    if (type === 'VP8X') {
      seen.width = bytes.readUIntLE(at + 12, 3) + 1
      seen.height = bytes.readUIntLE(at + 15, 3) + 1
    }
    if (type === 'ANMF') {
      seen.frameCount++
      seen.durationS += bytes.readUIntLE(at + 20, 3) / 1000
    }
    at += 8 + length + (length % 2)
  }
  return seen
}

function refuseOtherLength(
  planned: PlannedRendition,
  { frameCount, durationS }: Pick<Animation, 'frameCount' | 'durationS'>
): void {
  const lastFrameS = frameCount > 0 ? planned.durationS / frameCount : 0
  const rounding = frameCount * FRAME_ROUNDING_S + lastFrameS
  const tolerance = Math.min(TOLERANCE_S, planned.durationS * TOLERANCE) + rounding
  if (frameCount > 0 && Math.abs(durationS - planned.durationS) <= tolerance) return
  const detail = `span: expected ${planned.durationS.toFixed(3)} s, got ${durationS.toFixed(3)} s`
  throw new MediaError('RESULT_CUT_SHORT', { detail })
}

import type { ProofCheck } from './rendition_proof.js'
import type { Similarity } from './ssim.js'

/**
 * Below this the pictures show something else. It judges pictures shrunk to 32 pixels, because honest encodes of
 * noise have a plain SSIM of 0.06 to 0.7 and shrunk one of 0.94 and more, while a mirrored, black, green or
 * neighbouring picture has 0.1 to 0.83.
 */
const LEAST_SHAPE = 0.8

/**
 * None where the pictures could not be compared. Sampled spans are told and fail nothing: a file whose seeking is off
 * would be blamed for it.
 */
export function checkSimilarity({ ssim }: Similarity): ProofCheck[] {
  if (!ssim) return []
  const isWhole = ssim.spans.length === 1 && ssim.spans[0].startS === 0
  const frames = ssim.spans.reduce((sum, span) => sum + span.frames, 0)
  const shape = ssim.spans.reduce((sum, span) => sum + span.shape * span.frames, 0) / frames
  const got = `${shape.toFixed(3)} shrunk, ${ssim.average.toFixed(3)} in full`
  const expected = `${LEAST_SHAPE} or more shrunk`
  const ok = shape >= LEAST_SHAPE || !isWhole
  return [{ name: 'likeness (SSIM)', ok, expected, got, code: 'RESULT_WRONG' }]
}

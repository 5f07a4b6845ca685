import type { ProofCheck } from './rendition_proof.js'
import type { Similarity, SsimSpan } from './similarity.js'

/**
 * Below this the pictures show something else. It judges pictures shrunk to 32 pixels, because honest encodes of
 * noise have a plain SSIM of 0.06 to 0.7 and shrunk one of 0.94 and more, while a mirrored, black, green or
 * neighbouring picture has 0.1 to 0.83.
 */
const LEAST_SHAPE = 0.8
/** Part of a span's pictures that may be spoiled. */
const MOST_UNLIKE = 0.2
/** Of 255: other brightness or colours. */
const MOST_LEVEL = 8
/** Pictures that stand this much too early or too late are seen. */
const MOST_SHIFT_S = 0.1

type Judged = Pick<SsimSpan, 'shape' | 'unlike' | 'level' | 'flat' | 'shift' | 'stepS'>

/** Whether a span shows something else than the source does there, in words; null where it is alike. Pure. */
export function whyUnlike(span: Judged): string | null {
  const { shape, unlike, level, shift, stepS } = span
  const lateS = shift * stepS
  if (Math.abs(lateS) > MOST_SHIFT_S) {
    return `is ${Math.abs(lateS).toFixed(2)} s ${lateS > 0 ? 'late' : 'early'}`
  }
  if (level > MOST_LEVEL) return `differs by ${level.toFixed(1)} of 255`
  // In an even colour there is no shape to compare, only its level.
  if (span.flat > MOST_UNLIKE) return null
  if (shape < LEAST_SHAPE) return `has a likeness of ${shape.toFixed(3)}`
  return unlike > MOST_UNLIKE ? `is spoiled in ${Math.round(unlike * 100)} % of its pictures` : null
}

export function isUnlike(span: Judged): boolean {
  return whyUnlike(span) !== null
}

/** None where the pictures could not be compared. */
export function checkSimilarity({ ssim }: Similarity): ProofCheck[] {
  if (!ssim) return []
  const wrong = ssim.spans.flatMap((span) => {
    const why = whyUnlike(span)
    return why ? [`at ${span.startS.toFixed(1)} s it ${why}`] : []
  })
  const least = Math.min(...ssim.spans.map(({ shape }) => shape))
  const fine = `${least.toFixed(3)} shrunk, ${ssim.average.toFixed(3)} in full`
  return [
    {
      name: 'likeness (SSIM)',
      ok: wrong.length === 0,
      expected: `each part ${LEAST_SHAPE} or more shrunk, at its moment, in its colours`,
      got: wrong.length === 0 ? fine : wrong.join('; '),
      code: 'RESULT_WRONG',
    },
  ]
}

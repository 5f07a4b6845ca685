import type { SpanLikeness } from './compare_span.js'

/** How much the pictures look like the source's, 0..1, on ffmpeg's `All`. */
export interface Ssim {
  average: number
  /** Of the least alike picture. */
  worst: number
  spans: SsimSpan[]
}

export interface SsimSpan extends SpanLikeness {
  /** Seconds from the first picture. */
  startS: number
  /** Between two pictures. */
  stepS: number
}

/** `ssim` is null where the pictures cannot be compared, and `reason` says why. */
export interface Similarity {
  ssim: Ssim | null
  reason: string | null
}

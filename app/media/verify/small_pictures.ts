/** Pictures shrunk to this many pixels in both directions: noise is averaged away, what is shown is not. */
export const SMALL_SIZE = 32
const LUMA_BYTES = SMALL_SIZE * SMALL_SIZE
const CHROMA_BYTES = LUMA_BYTES / 4
/** Of one picture in 4:2:0. */
const PICTURE_BYTES = LUMA_BYTES + 2 * CHROMA_BYTES
/** Of two of them, one above the other. */
export const PAIR_BYTES = 2 * PICTURE_BYTES

/** A picture's planes. */
export interface SmallPicture {
  luma: Uint8Array
  chroma: [Uint8Array, Uint8Array]
}

export interface PicturePair {
  result: SmallPicture
  source: SmallPicture
}

/** What the shrunk pictures of a span tell. */
export interface SmallLikeness {
  /** SSIM, mean of the pictures, 0..1. */
  shape: number
  /** Part of the pictures that have a shape below 0.6, 0..1. */
  unlike: number
  /** Mean difference of the pixels, of the plane that differs most, 0..255. */
  level: number
  /** Part of the source's pictures that show one even colour, 0..1. */
  flat: number
  /** By how many pictures the result fits better when it is moved, later above 0; 0 where it stands right. */
  shift: number
}

const UNLIKE = 0.6
/** Standard deviation of a picture's brightness below which nothing can be seen in it. */
const FLAT = 2
/** The window of SSIM and its constants for 8 bits, as in ffmpeg. */
const WINDOW = 8
const STRIDE = 4
const C1 = (0.01 * 255) ** 2
const C2 = (0.03 * 255) ** 2
/** A place is right when nothing within this part of the span fits more than twice as well. */
const REACH = 0.75
const MUCH_BETTER = 0.5
/** Below this the difference is that of any encode, 0..255. */
const ENCODED = 1.5
const MOST_SHIFT = 240

/** Cuts the raw 4:2:0 output, the result's picture above the source's. */
export function picturePairs(bytes: Buffer): PicturePair[] {
  const count = Math.floor(bytes.length / PAIR_BYTES)
  return Array.from({ length: count }, (_, n) => pairIn(bytes.subarray(n * PAIR_BYTES)))
}

function pairIn(bytes: Buffer): PicturePair {
  const plane = (offset: number, length: number) => bytes.subarray(offset, offset + length)
  const u = 2 * LUMA_BYTES
  const v = u + 2 * CHROMA_BYTES
  const picture = (n: 0 | 1): SmallPicture => ({
    luma: plane(n * LUMA_BYTES, LUMA_BYTES),
    chroma: [plane(u + n * CHROMA_BYTES, CHROMA_BYTES), plane(v + n * CHROMA_BYTES, CHROMA_BYTES)],
  })
  return { result: picture(0), source: picture(1) }
}

/** Pure. For one pair at least. */
export function likenessOf(pairs: PicturePair[]): SmallLikeness {
  const shapes = pairs.map(shapeOf)
  return {
    shape: mean(shapes),
    unlike: shapes.filter((shape) => shape < UNLIKE).length / pairs.length,
    level: Math.max(
      mean(pairs.map(({ result, source }) => difference(result.luma, source.luma))),
      ...[0, 1].map((n) =>
        mean(pairs.map(({ result, source }) => difference(result.chroma[n], source.chroma[n])))
      )
    ),
    flat: pairs.filter(({ source }) => deviation(source.luma) < FLAT).length / pairs.length,
    shift: shiftOf(pairs),
  }
}

/** SSIM of all planes, luma counting four times. */
function shapeOf({ result, source }: PicturePair): number {
  const chroma = [0, 1].map((n) => ssim(result.chroma[n], source.chroma[n], SMALL_SIZE / 2))
  return (4 * ssim(result.luma, source.luma, SMALL_SIZE) + chroma[0] + chroma[1]) / 6
}

function ssim(a: Uint8Array, b: Uint8Array, size: number): number {
  const values: number[] = []
  for (let y = 0; y + WINDOW <= size; y += STRIDE) {
    for (let x = 0; x + WINDOW <= size; x += STRIDE) {
      values.push(windowSsim(a, b, { at: y * size + x, size }))
    }
  }
  return mean(values)
}

function windowSsim(a: Uint8Array, b: Uint8Array, place: { at: number; size: number }): number {
  let [sumA, sumB, squares, products] = [0, 0, 0, 0]
  for (let y = 0; y < WINDOW; y++) {
    for (let x = 0; x < WINDOW; x++) {
      const i = place.at + y * place.size + x
      sumA += a[i]
      sumB += b[i]
      squares += a[i] * a[i] + b[i] * b[i]
      products += a[i] * b[i]
    }
  }
  const n = WINDOW * WINDOW
  const means = (sumA / n) * (sumB / n)
  const meanSquares = (sumA / n) ** 2 + (sumB / n) ** 2
  const variances = squares / n - meanSquares
  const covariance = products / n - means
  return ((2 * means + C1) * (2 * covariance + C2)) / ((meanSquares + C1) * (variances + C2))
}

/**
 * Moves the pictures against each other and looks where they fit best. A still scene fits everywhere, so that only a
 * place that is much better than their own counts.
 */
function shiftOf(pairs: PicturePair[]): number {
  const own = differenceAt(pairs, 0)
  const reach = Math.min(MOST_SHIFT, Math.floor(pairs.length * REACH))
  let best = { shift: 0, off: own }
  for (let shift = -reach; shift <= reach; shift++) {
    const off = differenceAt(pairs, shift)
    if (off < best.off) best = { shift, off }
  }
  return own > ENCODED && best.off < own * MUCH_BETTER ? best.shift : 0
}

/** Result n beside source n - shift, where both are. */
function differenceAt(pairs: PicturePair[], shift: number): number {
  const from = Math.max(0, shift)
  const count = pairs.length - Math.abs(shift)
  let sum = 0
  for (let n = from; n < from + count; n++) {
    sum += difference(pairs[n].result.luma, pairs[n - shift].source.luma)
  }
  return sum / count
}

function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i])
  return sum / a.length
}

function deviation(a: Uint8Array): number {
  const average = a.reduce((sum, value) => sum + value, 0) / a.length
  return Math.sqrt(a.reduce((sum, value) => sum + (value - average) ** 2, 0) / a.length)
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

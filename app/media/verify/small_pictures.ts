/** Pictures shrunk to this many pixels in both directions: noise is averaged away, what is shown is not. */
export const SMALL_SIZE = 32
const LUMA_BYTES = SMALL_SIZE * SMALL_SIZE
const CHROMA_BYTES = LUMA_BYTES / 4
/** Of one picture in 4:2:0. */
export const PICTURE_BYTES = LUMA_BYTES + 2 * CHROMA_BYTES
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
/** A place is right when nothing within this part of the pictures fits more than twice as well. */
const REACH = 0.75
const MUCH_BETTER = 0.5
/** Below this the difference is that of any encode, 0..255. */
const ENCODED = 1.5
const MOST_SHIFT = 240

/** The result's pictures, also some before and after those that are compared. */
export interface Surroundings {
  pictures: SmallPicture[]
  /** So many stand before the first that is compared. */
  before: number
}

/** Cuts the raw 4:2:0 output. */
export function smallPictures(bytes: Buffer): SmallPicture[] {
  const count = Math.floor(bytes.length / PICTURE_BYTES)
  return Array.from({ length: count }, (_, n) => pictureIn(bytes.subarray(n * PICTURE_BYTES)))
}

function pictureIn(bytes: Buffer): SmallPicture {
  const plane = (offset: number, length: number) => bytes.subarray(offset, offset + length)
  const chroma = (n: number) => plane(LUMA_BYTES + n * CHROMA_BYTES, CHROMA_BYTES)
  return { luma: plane(0, LUMA_BYTES), chroma: [chroma(0), chroma(1)] }
}

/** Pure. For one pair at least. Where nothing else is given the result is looked at in these pairs alone. */
export function likenessOf(pairs: PicturePair[], around?: Surroundings): SmallLikeness {
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
    shift: shiftOf(pairs, around ?? { pictures: pairs.map(({ result }) => result), before: 0 }),
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
function shiftOf(pairs: PicturePair[], around: Surroundings): number {
  const own = differenceAt(pairs, around, 0)
  const beyond = Math.floor(pairs.length * REACH)
  const after = around.pictures.length - around.before - pairs.length
  const earliest = Math.max(-MOST_SHIFT, -around.before - beyond)
  const latest = Math.min(MOST_SHIFT, after + beyond)
  let best = { shift: 0, off: own }
  for (let shift = earliest; shift <= latest; shift++) {
    const off = differenceAt(pairs, around, shift)
    if (off < best.off) best = { shift, off }
  }
  const isMuchBetter = own > ENCODED && best.off < own * MUCH_BETTER
  return isMuchBetter && changesOver(pairs, best.shift) > ENCODED ? best.shift : 0
}

/** How much the source itself differs from itself so many pictures away: black all along has no moments. */
function changesOver(pairs: PicturePair[], shift: number): number {
  const apart = Math.min(Math.abs(shift), pairs.length - 1)
  const steps = pairs.slice(apart).map(({ source }, n) => {
    return difference(source.luma, pairs[n].source.luma)
  })
  return mean(steps)
}

/** Source n beside result n + shift, where both are. */
function differenceAt(pairs: PicturePair[], around: Surroundings, shift: number): number {
  const first = around.before + shift
  const from = Math.max(0, -first)
  const to = Math.min(pairs.length, around.pictures.length - first)
  let sum = 0
  for (let n = from; n < to; n++) {
    sum += difference(around.pictures[first + n].luma, pairs[n].source.luma)
  }
  return sum / (to - from)
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

export interface Size {
  width: number
  height: number
}

/** The box that a picture must fit in, by its sides and not by its orientation; null is no limit. */
export interface SizeLimit {
  maxShortSide: number | null
  maxLongSide: number | null
}

/**
 * The largest even size within the limit that keeps the shape.
 * Never larger than the source, but for the 2 pixels that H.264 needs at least.
 */
export function fitSize(source: Size, limit: SizeLimit): Size {
  const scale = Math.min(
    1,
    (limit.maxShortSide ?? Infinity) / Math.min(source.width, source.height),
    (limit.maxLongSide ?? Infinity) / Math.max(source.width, source.height)
  )
  return {
    width: even(source.width * scale, source.width),
    height: even(source.height * scale, source.height),
  }
}

/** Nearest even number, or the one below where the nearest passes what the source has. */
function even(pixels: number, sourcePixels: number): number {
  const nearest = 2 * Math.round(pixels / 2)
  return Math.max(2, nearest > sourcePixels ? nearest - 2 : nearest)
}

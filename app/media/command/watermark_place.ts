import type { Corner } from '../recipe/filter_recipe.js'
import type { Size } from '../plan/rendition_size.js'

/** Distance of a watermark from the edges where none is said, as a part of the shorter side. */
const USUAL_MARGIN = 0.03

/** Names under which a filter's expressions know a width and a height. */
export type SideNames = Record<'width' | 'height', string>

/** Where it stands; `margin` as a part of the shorter side, or left out. */
export interface WantedPlace {
  corner: Corner
  margin?: number
}

/** Pixels between a watermark and the edges of a picture of this size. */
export function marginOf({ margin = USUAL_MARGIN }: WantedPlace, { width, height }: Size): number {
  return Math.round(Math.min(width, height) * margin)
}

/** Expressions for the upper left corner of a thing in a picture of this size. */
export function watermarkPlace(
  wanted: WantedPlace,
  size: Size,
  names: { thing: SideNames; picture: SideNames }
): { x: string; y: string } {
  const { corner } = wanted
  const margin = marginOf(wanted, size)
  const far = (side: 'width' | 'height') => `${names.picture[side]}-${names.thing[side]}`
  if (corner === 'center') return { x: `(${far('width')})/2`, y: `(${far('height')})/2` }
  return {
    x: corner.endsWith('left') ? `${margin}` : `${far('width')}-${margin}`,
    y: corner.startsWith('top') ? `${margin}` : `${far('height')}-${margin}`,
  }
}

/**
 * Width and height, as expressions of scale, for a picture as wide as wanted that keeps its shape and stays whole
 * within the margins, however narrow it is; never less than two pixels.
 */
export function watermarkSize(
  wanted: WantedPlace & { size: number },
  { width, height }: Size
): { width: string; height: string } {
  const margin = marginOf(wanted, { width, height })
  const widest = Math.max(2, Math.round(Math.min(width * wanted.size, width - 2 * margin)))
  const highest = Math.max(2, Math.round(height - 2 * margin))
  return {
    width: `'max(2,round(min(${widest},${highest}*iw/ih)))'`,
    height: `'max(2,round(min(${highest},${widest}*ih/iw)))'`,
  }
}

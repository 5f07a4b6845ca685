import type { Corner } from '../recipe/filter_recipe.js'
import type { Size } from '../plan/rendition_size.js'

/** Distance of a watermark from the edges, as a part of the shorter side. */
const MARGIN = 0.03

/** Names under which a filter's expressions know a width and a height. */
export type SideNames = Record<'width' | 'height', string>

/** Expressions for the upper left corner of a thing in a picture of this size. */
export function watermarkPlace(
  corner: Corner,
  { width, height }: Size,
  names: { thing: SideNames; picture: SideNames }
): { x: string; y: string } {
  const margin = Math.round(Math.min(width, height) * MARGIN)
  const far = (side: 'width' | 'height') => `${names.picture[side]}-${names.thing[side]}`
  if (corner === 'center') return { x: `(${far('width')})/2`, y: `(${far('height')})/2` }
  return {
    x: corner.endsWith('left') ? `${margin}` : `${far('width')}-${margin}`,
    y: corner.startsWith('top') ? `${margin}` : `${far('height')}-${margin}`,
  }
}

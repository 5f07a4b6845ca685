import type { MediaInfo } from '../probe/media_info.js'
import type { SizeLimit } from '../plan/rendition_size.js'
import { defineOperation } from './operation.js'
import { movingRecipe } from './operation_recipes.js'
import { whole } from './parameter_kinds.js'
import { withinBox, withinHeight, withinWidth } from './size_limits.js'

const RANGE = { min: 2, max: 8192, default: null }

export const resize = defineOperation({
  name: 'resize',
  title: 'Resize',
  description: 'Fit the picture into a box, turned for portrait, and never larger than it is',
  parameters: {
    width: whole('Width in pixels at most; 1280 if both are left out', RANGE),
    height: whole('Height in pixels at most; 720 if both are left out', RANGE),
  },
  toRecipe: ({ width, height }, info) =>
    width === null && height === null ? resized(info, 1280, 720) : resized(info, width, height),
})

function resized(info: MediaInfo, width: number | null, height: number | null) {
  const name = `resized_${width ?? 'any'}x${height ?? 'any'}`
  return movingRecipe({ name, video: limit(info, width, height) })
}

/** One side alone is meant as displayed; a box is turned for portrait. */
function limit(info: MediaInfo, width: number | null, height: number | null): SizeLimit {
  if (height === null) return withinWidth(info, width)
  return width === null ? withinHeight(info, height) : withinBox(width, height)
}

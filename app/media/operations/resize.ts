import { defineOperation } from './operation.js'
import { movingRecipe } from './operation_recipes.js'
import { whole } from './parameter_kinds.js'
import { withinBox } from './size_limits.js'

export const resize = defineOperation({
  name: 'resize',
  title: 'Resize',
  description: 'Fit the picture into a box, turned for portrait, and never larger than it is',
  parameters: {
    width: whole('Width of the box in pixels', { min: 2, max: 8192, default: 1280 }),
    height: whole('Height of the box in pixels', { min: 2, max: 8192, default: 720 }),
  },
  toRecipe: ({ width, height }) =>
    movingRecipe({ name: `resized_${width}x${height}`, video: withinBox(width, height) }),
})

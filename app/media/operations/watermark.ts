import { CORNERS } from '../recipe/filter_recipe.js'
import { defineOperation } from './operation.js'
import { changedRecipe } from './operation_recipes.js'
import { choice, decimal } from './parameter_kinds.js'
import { InvalidParameter } from './parameters.js'

export const watermark = defineOperation({
  name: 'watermark',
  title: 'Watermark',
  description: 'A text over the whole video',
  parameters: {
    text: { kind: 'text', about: 'What is written', maxLength: 200 },
    corner: choice('Where it stands', CORNERS, 'bottom_right'),
    size: decimal('Height of the letters, as a part of the picture', {
      ...{ min: 0.01, max: 0.5 },
      default: 0.05,
    }),
    opacity: decimal('0.05 (hardly seen) to 1', { min: 0.05, max: 1, default: 0.7 }),
  },
  toRecipe: ({ text, corner, size, opacity }) => {
    if (text.trim() === '') throw new InvalidParameter('text', text, 'give a text to write')
    return changedRecipe('watermarked', [{ kind: 'text', text, corner, size, opacity }])
  },
})

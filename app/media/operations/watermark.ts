import { CORNERS, type FilterRecipe } from '../recipe/filter_recipe.js'
import { defineOperation } from './operation.js'
import { changedRecipe } from './operation_recipes.js'
import { choice, decimal } from './parameter_kinds.js'
import { InvalidParameter } from './parameters.js'

const KINDS = ['text', 'image'] as const

export const watermark = defineOperation({
  name: 'watermark',
  title: 'Watermark',
  description: 'A text or a picture over the whole video',
  parameters: {
    kind: choice('Text, or a picture given with the job', KINDS, 'text'),
    text: { kind: 'text', about: 'What is written', maxLength: 200, default: null },
    corner: choice('Where it stands', CORNERS, 'bottom_right'),
    size: decimal('Part of the picture: height of letters, or width of the watermark', {
      ...{ min: 0.01, max: 1 },
      default: null,
    }),
    opacity: decimal('0.05 (hardly seen) to 1', { min: 0.05, max: 1, default: 0.7 }),
  },
  toRecipe: ({ kind, text, corner, size, opacity }) => {
    if (kind === 'image') return watermarked({ kind, corner, size: size ?? 0.15, opacity })
    if (text === null || text.trim() === '') {
      throw new InvalidParameter('text', text, 'it is needed: give a text to write')
    }
    return watermarked({ kind, text, corner, size: Math.min(0.5, size ?? 0.05), opacity })
  },
})

function watermarked(filter: FilterRecipe) {
  return changedRecipe('watermarked', [filter])
}

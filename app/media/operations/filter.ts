import type { FilterRecipe } from '../recipe/filter_recipe.js'
import { defineOperation } from './operation.js'
import { changedRecipe } from './operation_recipes.js'
import { InvalidParameter } from './parameters.js'

const PLAIN = ['grayscale', 'sepia', 'edges', 'enhance', 'deinterlace', 'stabilise'] as const
const GRADED = ['blur', 'sharpen', 'denoise'] as const
/** Each costs a pass over every picture. */
const MOST = 6
const USUAL_STRENGTH = 0.4

export const filter = defineOperation({
  name: 'filter',
  title: 'Filters',
  description: 'Several changes of the picture, one after the other',
  parameters: {
    filters: {
      kind: 'text',
      about: 'Names with commas between, some with a strength: denoise:0.3, enhance, grayscale',
      maxLength: 200,
    },
  },
  toRecipe: ({ filters }) => changedRecipe('filtered', readFilters(filters)),
})

function readFilters(text: string): FilterRecipe[] {
  const words = text.split(',').map((word) => word.trim())
  if (words.length > MOST) throw refusal(text, `give at most ${MOST}`)
  return words.map(readFilter)
}

function readFilter(word: string): FilterRecipe {
  const [name, grade, ...more] = word.split(':')
  const plain = PLAIN.find((kind) => kind === name)
  if (plain && grade === undefined) return { kind: plain }
  const graded = GRADED.find((kind) => kind === name)
  if (!graded || more.length > 0) {
    throw refusal(
      word,
      `choose from ${[...PLAIN, ...GRADED.map((kind) => `${kind}:0.4`)].join(', ')}`
    )
  }
  return { kind: graded, strength: readStrength(word, grade) }
}

function readStrength(word: string, grade: string | undefined): number {
  const strength = grade === undefined ? USUAL_STRENGTH : Number(grade)
  if (grade?.trim() !== '' && strength >= 0 && strength <= 1) return strength
  throw refusal(word, 'give a strength from 0 to 1')
}

function refusal(value: string, remedy: string): InvalidParameter {
  return new InvalidParameter('filters', value, remedy)
}

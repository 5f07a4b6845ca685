import { CORNERS, type FilterRecipe } from '../recipe/filter_recipe.js'
import { defineOperation } from './operation.js'
import { changedRecipe } from './operation_recipes.js'
import { choice, decimal } from './parameter_kinds.js'
import { InvalidParameter, type Values } from './parameters.js'

const USUAL_LETTERS = 0.05
const USUAL_SCALE = 0.2

const PARAMETERS = {
  text: {
    kind: 'text',
    about: 'What is written; or give a picture',
    maxLength: 200,
    default: null,
  },
  picture: {
    kind: 'picture',
    about: 'Which of the watermarks is laid over; or give a text',
    default: null,
  },
  position: choice('Where it stands', CORNERS, 'bottom_right'),
  opacity: decimal('0.05 (hardly seen) to 1', { min: 0.05, max: 1, default: 0.7 }),
  scale: decimal('Width of the picture as a part of the video’s; 0.2 if left out', {
    ...{ min: 0.05, max: 1 },
    default: null,
  }),
  size: decimal('Height of the letters as a part of the video’s; 0.05 if left out', {
    ...{ min: 0.01, max: 0.5 },
    default: null,
  }),
  margin: decimal('Distance from the edges as a part of the shorter side', {
    ...{ min: 0, max: 0.25 },
    default: 0.03,
  }),
} as const

type Wanted = Values<typeof PARAMETERS>

export const watermark = defineOperation({
  name: 'watermark',
  title: 'Watermark',
  description: 'A picture or a text over the whole video',
  parameters: PARAMETERS,
  refuse: refuseBoth,
  toRecipe: (wanted) => changedRecipe('watermarked', [mark(wanted)]),
})

function mark({ text, picture, position, opacity, scale, size, margin }: Wanted): FilterRecipe {
  const placed = { corner: position, opacity, margin }
  return picture === null
    ? { kind: 'text', text: text!, size: size ?? USUAL_LETTERS, ...placed }
    : { kind: 'image', pictureId: picture, size: scale ?? USUAL_SCALE, ...placed }
}

/** Either a text or a picture, and of the two sizes the one that belongs to it. */
function refuseBoth({ text, picture, scale, size }: Wanted): void {
  if (picture !== null) {
    if (text !== null) throw new InvalidParameter('picture', picture, 'leave it or the text out')
    if (size !== null) throw new InvalidParameter('size', size, 'a picture takes scale instead')
    return
  }
  if (text === null) throw new InvalidParameter('text', text, 'give a text to write, or a picture')
  if (text.trim() === '') throw new InvalidParameter('text', text, 'give a text to write')
  if (scale !== null) throw new InvalidParameter('scale', scale, 'a text takes size instead')
}

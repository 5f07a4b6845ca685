import { defineOperation, type Operation } from './operation.js'
import { changedRecipe } from './operation_recipes.js'
import { decimal, strength } from './parameter_kinds.js'

type PlainKind = 'grayscale' | 'sepia' | 'edges' | 'enhance' | 'deinterlace' | 'stabilise'

function plain(kind: PlainKind, title: string, description: string): Operation {
  const toRecipe = () => changedRecipe(kind, [{ kind }])
  return defineOperation({ name: kind, title, description, parameters: {}, toRecipe })
}

interface Told {
  title: string
  description: string
  usual: number
}

function graded(kind: 'blur' | 'sharpen' | 'denoise', { title, description, usual }: Told) {
  return defineOperation({
    ...{ name: kind, title, description },
    parameters: { strength: strength(usual) },
    toRecipe: (values) => changedRecipe(kind, [{ kind, strength: values.strength }]),
  })
}

const adjust = defineOperation({
  name: 'adjust',
  title: 'Adjust',
  description: 'Contrast, brightness and saturation',
  parameters: {
    contrast: decimal('0 to 3; 1 leaves it', { min: 0, max: 3, default: 1 }),
    brightness: decimal('-1 to 1; 0 leaves it', { min: -1, max: 1, default: 0 }),
    saturation: decimal('0 to 3; 1 leaves it', { min: 0, max: 3, default: 1 }),
  },
  toRecipe: (values) => changedRecipe('adjusted', [{ kind: 'adjust', ...values }]),
})

/** Operations that change what is seen, each by one filter. */
export const PICTURE_CHANGES: Operation[] = [
  plain('grayscale', 'Grayscale', 'Take the colours out'),
  plain('sepia', 'Sepia', 'Brown like an old photograph'),
  plain('edges', 'Edges', 'Nothing but the outlines'),
  plain('enhance', 'Enhance', 'A little more contrast, colour and sharpness'),
  plain('deinterlace', 'Deinterlace', 'Whole pictures from the half pictures of old cameras'),
  plain('stabilise', 'Stabilise', 'Take out the shaking of a hand'),
  graded('blur', { title: 'Blur', description: 'Make everything soft', usual: 0.3 }),
  graded('sharpen', { title: 'Sharpen', description: 'Make outlines crisp', usual: 0.4 }),
  graded('denoise', { title: 'Denoise', description: 'Take out grain and noise', usual: 0.4 }),
  adjust,
]

import type { VideoCodec } from '../recipe/formats.js'
import { normaliseRecipe } from '../recipe/stored_recipe.js'
import { defineOperation } from './operation.js'
import { choice, moment, whole } from './parameter_kinds.js'
import { withinWidth } from './size_limits.js'

const FORMATS = ['jpg', 'webp', 'png', 'avif'] as const
const CODECS: Record<(typeof FORMATS)[number], VideoCodec> = {
  jpg: 'jpeg',
  webp: 'webp',
  png: 'png',
  avif: 'avif',
}

export const thumbnail = defineOperation({
  name: 'thumbnail',
  title: 'Thumbnail',
  description: 'One picture, of a moment that you name or of one that shows something',
  parameters: {
    format: choice('The format wanted', FORMATS, 'jpg'),
    width: whole('Width in pixels at most', { min: 2, max: 8192, default: null }),
    atS: moment('Seconds from the start; a telling moment if left out', null),
  },
  toRecipe: ({ format, width, atS }, info) => {
    const video = {
      codecs: [CODECS[format]],
      policy: 'encode' as const,
      ...withinWidth(info, width),
    }
    const rendition = { name: `thumbnail_${format}`, container: format, video, still: { atS } }
    return normaliseRecipe({ renditions: [rendition] })
  },
})

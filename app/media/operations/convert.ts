import type { MediaInfo } from '../probe/media_info.js'
import type { Recipe } from '../recipe/recipe.js'
import { defineOperation } from './operation.js'
import { movingRecipe } from './operation_recipes.js'
import { choice, whole } from './parameter_kinds.js'
import { withinWidth } from './size_limits.js'

const FORMATS = ['mp4', 'webm', 'mkv', 'mov', 'gif', 'webp'] as const
type Format = (typeof FORMATS)[number]

/** What moving pictures without sound are usually looked at with. */
const ANIMATIONS = {
  gif: { frameRate: 12, width: 480 },
  webp: { frameRate: 15, width: 640 },
} as const

export const convert = defineOperation({
  name: 'convert',
  title: 'Convert',
  description: 'Pack the video into another format: MP4, WebM, MKV, MOV, GIF or WebP',
  parameters: {
    format: choice('The format wanted', FORMATS),
    width: whole('Width in pixels at most; GIF 480 and WebP 640 if left out', {
      ...{ min: 2, max: 8192 },
      default: null,
    }),
    frameRate: whole('Pictures per second at most; GIF 12 and WebP 15 if left out', {
      ...{ min: 1, max: 60 },
      default: null,
    }),
  },
  toRecipe: (values, info) => {
    const { format } = values
    return format === 'gif' || format === 'webp'
      ? animation(info, { ...values, format })
      : video(info, { ...values, format })
  },
})

interface Wanted<F extends Format> {
  format: F
  width: number | null
  frameRate: number | null
}

function animation(info: MediaInfo, { format, width, frameRate }: Wanted<'gif' | 'webp'>): Recipe {
  const usual = ANIMATIONS[format]
  return movingRecipe({
    name: `converted_${format}`,
    container: format,
    video: {
      codecs: [format],
      policy: 'encode',
      ...withinWidth(info, width ?? usual.width),
      maxFrameRate: frameRate ?? usual.frameRate,
    },
    audio: null,
  })
}

function video(info: MediaInfo, wanted: Wanted<Exclude<Format, 'gif' | 'webp'>>): Recipe {
  const { format, width, frameRate } = wanted
  const isWebm = format === 'webm'
  return movingRecipe({
    name: `converted_${format}`,
    container: format,
    video: {
      codecs: isWebm ? ['vp9', 'av1'] : ['h264'],
      ...withinWidth(info, width),
      maxFrameRate: frameRate,
    },
    audio: { codecs: isWebm ? ['opus'] : ['aac'], bitRate: 160_000 },
  })
}

import vine from '@vinejs/vine'
import { CORNERS } from '#media/recipe/filter_recipe'
import { AUDIO_CODECS, CONTAINERS, VIDEO_CODECS } from '#media/recipe/formats'

const WIDEST_PX = 16_384
const NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/

const number = (min: number, max: number) => vine.number({ strict: true }).range([min, max])
const whole = (min: number, max: number) => number(min, max).withoutDecimals()
const fileName = () => vine.string().regex(NAME)
const pixels = () => whole(2, WIDEST_PX).nullable().optional()
const momentS = () => number(0, 604_800)

const placed = {
  corner: vine.enum(CORNERS),
  opacity: number(0, 1),
  margin: number(0, 0.5).optional(),
}
const ofKind = (...kinds: string[]) => {
  return (value: unknown) => kinds.includes((value as { kind?: string } | null)?.kind ?? '')
}
const PLAIN = ['grayscale', 'sepia', 'edges', 'enhance', 'deinterlace', 'stabilise'] as const
const WITH_STRENGTH = ['blur', 'sharpen', 'denoise'] as const
const FILTER_KINDS = [...PLAIN, ...WITH_STRENGTH, 'adjust', 'text', 'image'] as const

const filter = vine.union([
  vine.union.if(
    ofKind(...WITH_STRENGTH),
    vine.object({ kind: vine.enum(WITH_STRENGTH), strength: number(0, 1) })
  ),
  vine.union.if(
    ofKind('adjust'),
    vine.object({
      kind: vine.literal('adjust'),
      contrast: number(0, 3),
      brightness: number(-1, 1),
      saturation: number(0, 3),
    })
  ),
  vine.union.if(
    ofKind('text'),
    vine.object({
      kind: vine.literal('text'),
      text: vine.string().maxLength(200),
      size: number(0.01, 0.5),
      ...placed,
    })
  ),
  vine.union.if(
    ofKind('image'),
    vine.object({
      kind: vine.literal('image'),
      pictureId: vine.string().uuid(),
      size: number(0.01, 1),
      ...placed,
    })
  ),
  vine.union.else(vine.object({ kind: vine.enum(FILTER_KINDS) })),
])

const video = vine.object({
  codecs: vine.array(vine.enum(VIDEO_CODECS)).minLength(1).distinct().optional(),
  policy: vine.enum(['encode', 'copy_if_web_safe', 'copy_if_small'] as const).optional(),
  maxShortSide: pixels(),
  maxLongSide: pixels(),
  maxBitRate: whole(10_000, 500_000_000).nullable().optional(),
  maxFrameRate: number(1, 240).nullable().optional(),
  crf: whole(0, 51).optional(),
  encoderPreset: vine
    .enum(['ultrafast', 'superfast', 'veryfast', 'faster', 'fast', 'medium', 'slow', 'slower'])
    .optional(),
  vp9: vine
    .object({ deadline: vine.enum(['realtime', 'good'] as const), speed: whole(-8, 8) })
    .optional(),
  av1Preset: whole(0, 13).optional(),
  filters: vine.array(filter).maxLength(20).optional(),
})

const rendition = vine.object({
  name: fileName(),
  container: vine.enum(CONTAINERS).optional(),
  video: video.nullable().optional(),
  audio: vine
    .object({
      codecs: vine.array(vine.enum(AUDIO_CODECS)).minLength(1).distinct().optional(),
      bitRate: whole(8_000, 1_000_000).optional(),
      loudnessLufs: number(-70, -5).nullable().optional(),
    })
    .nullable()
    .optional(),
  still: vine.object({ atS: momentS().nullable() }).nullable().optional(),
})

/** The shape and the ranges of a recipe, as stored; what its parts say of each other is `recipeFaults`. */
export const recipeSchema = vine.create({
  renditions: vine.array(rendition).maxLength(16),
  poster: vine
    .object({ width: whole(16, WIDEST_PX), atS: momentS().nullable() })
    .nullable()
    .optional(),
  storyboard: vine
    .object({
      tileWidth: whole(32, 640),
      columns: whole(1, 20),
      maxTiles: whole(1, 1_000),
    })
    .nullable()
    .optional(),
  subtitles: vine.boolean({ strict: true }).optional(),
  hls: vine
    .object({ name: fileName(), segmentS: number(1, 30) })
    .nullable()
    .optional(),
  trim: vine.object({ startS: momentS(), endS: momentS().nullable() }).nullable().optional(),
})

import { CODEC_NAMES } from '#media/recipe/formats'
import { fieldAt } from '#http/preset_form/faults'
import { shown } from '#http/preset_form/preset_form'
import { bitRate } from '#http/words/sizes'
import type { Difference } from '#presets/recipe_differences'
import type { RenditionRecipe, VideoRecipe } from '#media/recipe/recipe'

/** `H.264 in MP4, up to 720p, up to 2.5 Mbit/s, AAC up to 128 kbit/s` */
export function renditionWords(rendition: RenditionRecipe): string {
  const { container, video, audio, still } = rendition
  const sound = audio && `${codecWords(audio.codecs)} up to ${bitRate(audio.bitRate)}`
  if (!video) return `Sound alone, ${sound}`
  const parts = [
    `${codecWords(video.codecs)} in ${container === 'webm' ? 'WebM' : container.toUpperCase()}`,
    sizeWords(video),
    ...(still ? ['one picture'] : [rateWords(video), sound ?? 'no sound']),
  ]
  return parts.filter(Boolean).join(', ')
}

function rateWords({ maxBitRate }: VideoRecipe): string | null {
  return maxBitRate === null ? null : `up to ${bitRate(maxBitRate)}`
}

function codecWords(codecs: (keyof typeof CODEC_NAMES)[]): string {
  return codecs.map((codec) => CODEC_NAMES[codec]).join(' or ')
}

function sizeWords({ maxShortSide, maxLongSide }: VideoRecipe): string {
  if (maxShortSide === null && maxLongSide === null) return 'as large as the source'
  if (maxShortSide === null) return `at most ${maxLongSide} pixels long`
  return `up to ${maxShortSide}p`
}

/** `medium: Rate, at most` */
export function differenceLabel({ rendition, path }: Difference): string {
  const { field } = fieldAt(rendition === null ? path : `renditions.0.${path}`)
  const label = field?.label ?? path
  return rendition === null
    ? field
      ? `${path.split('.')[0]}: ${label}`
      : label
    : `${rendition}: ${label}`
}

/** A value of a version as the editor shows it; `none` where the version does not say it. */
export function differenceValue(difference: Difference, side: 'before' | 'after'): string {
  const value = difference[side]
  if (value === undefined) return 'none'
  const { rendition, path } = difference
  const { field } = fieldAt(rendition === null ? path : `renditions.0.${path}`)
  if (!field) return typeof value === 'object' ? JSON.stringify(value) : String(value)
  const text = shown(field, value) || 'none'
  return field.unit && text !== 'none' ? `${text} ${field.unit}` : text
}

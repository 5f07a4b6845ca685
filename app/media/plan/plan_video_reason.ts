import type { PicturedInfo } from '../probe/media_info.js'
import { kbits } from './plan_words.js'
import type { VideoRecipe } from '../recipe/recipe.js'
import type { Size } from './rendition_size.js'

export interface Encoding {
  wanted: VideoRecipe
  size: Size
  maxBitRate: number | null
  whyNot: string
}

/** Why pictures are encoded and what is done to them, in words for people. */
export function encodeReason(info: PicturedInfo, encoding: Encoding): string {
  const { wanted, size, maxBitRate, whyNot } = encoding
  const parts = [`encoded: ${whyNot}`, sizeReason(info, wanted, size)]
  if (maxBitRate !== null) parts.push(ceilingReason(info, maxBitRate, wanted.maxBitRate))
  if (info.video.hdr) parts.push('HDR turned into SDR')
  if (info.video.isInterlaced) parts.push('deinterlaced')
  return [...parts, ...filterReasons(wanted)].join('; ')
}

/** More than the pixel that an odd side loses. */
export function isSmaller(size: Size, source: Size): boolean {
  return source.width - size.width > 1 || source.height - size.height > 1
}

function filterReasons({ filters }: VideoRecipe): string[] {
  const kinds = filters.map(({ kind }) => kind)
  return kinds.length > 0 ? [`filters: ${kinds.join(', ')}`] : []
}

function sizeReason({ video }: PicturedInfo, wanted: VideoRecipe, size: Size): string {
  const from = `the source is ${video.width}x${video.height}`
  const hasLimit = wanted.maxShortSide !== null || wanted.maxLongSide !== null
  const within = hasLimit && isSmaller(size, video) ? ` within ${boxOf(wanted)}` : ''
  return `sized ${size.width}x${size.height}${within}: ${from}`
}

function boxOf({ maxLongSide, maxShortSide }: VideoRecipe): string {
  return `${maxLongSide ?? 'any'}x${maxShortSide ?? 'any'}`
}

function ceilingReason({ video }: PicturedInfo, maxBitRate: number, wanted: number | null): string {
  const isSource = video.bitRate !== null && maxBitRate === video.bitRate && wanted !== maxBitRate
  return `at most ${kbits(maxBitRate)}${isSource ? ': the source has no more' : ''}`
}

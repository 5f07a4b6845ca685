import { MAX_FRAME_RATE } from './plan_source.js'
import type { MediaInfo, VideoInfo } from './media_info.js'
import type { VideoRecipe } from './recipe.js'
import { fitSize, type Size } from './rendition_size.js'
import { whyNotWebSafe } from './web_safe.js'

interface PlannedPictures extends Size {
  /** Of the stream in the source. */
  sourceIndex: number
  /** How many pictures the result should hold, about. */
  expectedFrames: number
  reason: string
}

export interface CopiedVideo extends PlannedPictures {
  kind: 'copy'
}

export interface EncodedVideo extends PlannedPictures {
  kind: 'encode'
  crf: number
  encoderPreset: string
  /** Ceiling in bit/s; null when neither the recipe nor the source sets one. */
  maxBitRate: number | null
  /** Bits that may be spent ahead of the ceiling; null without one. */
  bufferBits: number | null
  /** At most this many pictures from one key frame to the next. */
  keyFrameInterval: number
}

export type PlannedVideo = CopiedVideo | EncodedVideo

/** Seeking jumps to key frames; five seconds is what people bear. */
const KEY_FRAME_EVERY_S = 5
const MOST_FRAMES_BETWEEN_KEYS = 300
/** What one key frame costs at most, so that a very low ceiling does not spoil the first picture. */
const KEY_FRAME_BITS_PER_PIXEL = 0.4

/** Copies, or encodes by quality under a ceiling that never passes the source's own rate. */
export function planVideo(info: MediaInfo, wanted: VideoRecipe, mayCopy: boolean): PlannedVideo {
  const size = fitSize(info.video, wanted)
  const whyNot = mayCopy ? whyNotCopied(info, wanted, size) : 'the copy was not whole'
  if (whyNot === null) return copied(info, wanted)

  const maxBitRate = lowest(wanted.maxBitRate, info.video.bitRate)
  return {
    kind: 'encode',
    ...size,
    ...expectation(info.video),
    crf: wanted.crf,
    encoderPreset: wanted.encoderPreset,
    maxBitRate,
    bufferBits: maxBitRate === null ? null : bufferBits(maxBitRate, info.video.bitRate, size),
    keyFrameInterval: keyFrameInterval(info.video.frameRate),
    reason: encodeReason(info, { wanted, size, maxBitRate, whyNot }),
  }
}

function copied({ video }: MediaInfo, wanted: VideoRecipe): CopiedVideo {
  const under = wanted.maxBitRate === null ? '' : ` under ${kbits(wanted.maxBitRate)}`
  const reason = `video copied: already H.264 8-bit 4:2:0${under}`
  const { width, height } = video
  return { kind: 'copy', width, height, ...expectation(video), reason }
}

function expectation({ index, frameCount, durationS }: VideoInfo) {
  const most = durationS ? Math.ceil(durationS * MAX_FRAME_RATE) + 1 : Infinity
  return { sourceIndex: index, expectedFrames: Math.min(frameCount, most) }
}

function whyNotCopied(info: MediaInfo, wanted: VideoRecipe, size: Size): string | null {
  if (wanted.policy === 'encode') return 'the preset encodes anew'
  const why = whyNotWebSafe(info)
  if (why) return why
  if (isSmaller(size, info.video)) return 'the source is larger'
  const rate = info.video.bitRate
  const isWithin = wanted.maxBitRate === null || (rate !== null && rate <= wanted.maxBitRate)
  return isWithin ? null : `the source has ${kbits(rate)}`
}

interface Encoding {
  wanted: VideoRecipe
  size: Size
  maxBitRate: number | null
  whyNot: string
}

function encodeReason(info: MediaInfo, { wanted, size, maxBitRate, whyNot }: Encoding): string {
  const parts = [`encoded: ${whyNot}`, sizeReason(info, wanted, size)]
  if (maxBitRate !== null) parts.push(ceilingReason(info, maxBitRate, wanted.maxBitRate))
  if (info.video.hdr) parts.push('HDR turned into SDR')
  if (info.video.isInterlaced) parts.push('deinterlaced')
  return parts.join('; ')
}

function sizeReason({ video }: MediaInfo, wanted: VideoRecipe, size: Size): string {
  const from = `the source is ${video.width}x${video.height}`
  const hasLimit = wanted.maxShortSide !== null || wanted.maxLongSide !== null
  const within = hasLimit && isSmaller(size, video) ? ` within ${boxOf(wanted)}` : ''
  return `sized ${size.width}x${size.height}${within}: ${from}`
}

function boxOf({ maxLongSide, maxShortSide }: VideoRecipe): string {
  return `${maxLongSide ?? 'any'}x${maxShortSide ?? 'any'}`
}

function ceilingReason({ video }: MediaInfo, maxBitRate: number, wanted: number | null): string {
  const isSource = video.bitRate !== null && maxBitRate === video.bitRate && wanted !== maxBitRate
  return `at most ${kbits(maxBitRate)}${isSource ? ': the source has no more' : ''}`
}

/** More than the pixel that an odd side loses. */
function isSmaller(size: Size, source: Size): boolean {
  return source.width - size.width > 1 || source.height - size.height > 1
}

/** Two seconds' worth; one where the source sets the ceiling, so that short clips stay below their source. */
function bufferBits(maxBitRate: number, sourceBitRate: number | null, { width, height }: Size) {
  const seconds = maxBitRate === sourceBitRate ? 1 : 2
  return Math.max(seconds * maxBitRate, Math.round(width * height * KEY_FRAME_BITS_PER_PIXEL))
}

function keyFrameInterval(frameRate: number): number {
  const frames = Math.round(frameRate * KEY_FRAME_EVERY_S)
  return Math.min(MOST_FRAMES_BETWEEN_KEYS, Math.max(1, frames))
}

function lowest(a: number | null, b: number | null): number | null {
  if (a === null) return b
  return b === null ? a : Math.min(a, b)
}

function kbits(bitRate: number | null): string {
  return bitRate === null ? 'an unknown rate' : `${Math.round(bitRate / 1000)} kbit/s`
}

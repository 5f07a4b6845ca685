import type { VideoCodec } from '../recipe/formats.js'
import type { FilterRecipe } from '../recipe/filter_recipe.js'
import { MAX_FRAME_RATE } from './plan_source.js'
import type { PicturedInfo, VideoInfo } from '../probe/media_info.js'
import { kbits } from './plan_words.js'
import { encodeReason, isSmaller } from './plan_video_reason.js'
import type { VideoRecipe } from '../recipe/recipe.js'
import { fitSize, type Size } from './rendition_size.js'
import { whyNotWebSafe } from './web_safe.js'

interface PlannedPictures extends Size {
  /** Of the stream in the source. */
  sourceIndex: number
  /** What the result is coded in. */
  codec: VideoCodec
  /** How many pictures the result should hold, about. */
  expectedFrames: number
  reason: string
}

export interface CopiedVideo extends PlannedPictures {
  kind: 'copy'
}

export interface EncodedVideo extends PlannedPictures {
  kind: 'encode'
  /** On the codec's own scale. */
  crf: number
  /** x264's preset; other codecs have their own below. */
  encoderPreset: string
  vp9: VideoRecipe['vp9']
  av1Preset: number
  /** Ceiling in bit/s; null when neither the recipe nor the source sets one. */
  maxBitRate: number | null
  /** Bits that may be spent ahead of the ceiling; null without one. */
  bufferBits: number | null
  /** Pictures per second that this rendition is thinned out to; null where the source's plan decides. */
  maxFrameRate: number | null
  /** At most this many pictures from one key frame to the next. */
  keyFrameInterval: number
  /** Key frames stand at multiples of this too; null where they need not. */
  keyFrameEveryS: number | null
  /** Applied after sizing, in this order; with any, the pictures no longer resemble the source's. */
  filters: FilterRecipe[]
}

export type PlannedVideo = CopiedVideo | EncodedVideo

export interface VideoChoice {
  codec: VideoCodec
  /** Why a copy is out of the question, in words, or null. */
  whyEncode: string | null
  /** Key frames for the segments of HLS, or null. */
  keyFrameEveryS: number | null
}

/** Seeking jumps to key frames; five seconds is what people bear. */
const KEY_FRAME_EVERY_S = 5
const MOST_FRAMES_BETWEEN_KEYS = 300
/** What one key frame costs at most, so that a very low ceiling does not spoil the first picture. */
const KEY_FRAME_BITS_PER_PIXEL = 0.4
/** Pictures of fewer bits than this hardly get smaller by encoding. */
const SMALL_BITS_PER_PIXEL = 0.03
/**
 * A ceiling below this, in bits a pixel, leaves no room to say that nothing moves: of a black clip of 9 kbit/s x264
 * made grey after two minutes, once the buffer ran dry.
 */
const LEAST_BITS_PER_PIXEL = 0.003
/** The same for pictures so small that their headers weigh most, in bit/s. */
const LEAST_BIT_RATE = 32_000
/** Added to x264's value for one of theirs that looks alike by SSIM; AV1 and VP9 count to 63. Measured: ADR 5. */
const CRF_OFFSETS: Partial<Record<VideoCodec, number>> = { vp9: 13, av1: 14 }
const HIGHEST_CRF = 63

/** Copies, or encodes by quality under a ceiling that never passes the source's own rate. */
export function planVideo(
  info: PicturedInfo,
  wanted: VideoRecipe,
  choice: VideoChoice
): PlannedVideo {
  const size = fitSize(info.video, wanted)
  const whyNot = choice.whyEncode ?? whyNotCopied(info, wanted, size)
  if (whyNot === null) return copied(info, wanted)

  const { filters, vp9, av1Preset, encoderPreset, maxFrameRate } = wanted
  const maxBitRate = ceilingOf(info.video, wanted, size)
  return {
    kind: 'encode',
    codec: choice.codec,
    ...size,
    ...expectation(info.video, maxFrameRate),
    crf: codecCrf(choice.codec, wanted.crf),
    ...{ filters, vp9, av1Preset, encoderPreset, maxFrameRate, maxBitRate },
    bufferBits: maxBitRate === null ? null : bufferBits(maxBitRate, info.video.bitRate, size),
    keyFrameInterval: keyFrameInterval(info.video.frameRate),
    keyFrameEveryS: choice.keyFrameEveryS,
    reason: encodeReason(info, { wanted, size, maxBitRate, whyNot }),
  }
}

function copied({ video }: PicturedInfo, wanted: VideoRecipe): CopiedVideo {
  const under = wanted.maxBitRate === null ? '' : ` under ${kbits(wanted.maxBitRate)}`
  const reason = `video copied: already H.264 8-bit 4:2:0${under}`
  const { width, height } = video
  return { kind: 'copy', codec: 'h264', width, height, ...expectation(video, null), reason }
}

function expectation({ index, frameCount, durationS }: VideoInfo, maxFrameRate: number | null) {
  const rate = Math.min(MAX_FRAME_RATE, maxFrameRate ?? Infinity)
  const most = durationS ? Math.ceil(durationS * rate) + 1 : Infinity
  return { sourceIndex: index, expectedFrames: Math.min(frameCount, most) }
}

function whyNotCopied(info: PicturedInfo, wanted: VideoRecipe, size: Size): string | null {
  if (wanted.policy === 'encode') return 'the preset encodes anew'
  if (!wanted.codecs.includes('h264')) return 'another codec is wanted'
  if (wanted.filters.length > 0) return 'the pictures are changed'
  const why = whyNotWebSafe(info)
  if (why) return why
  if (isSmaller(size, info.video)) return 'the source is larger'
  return whyRateTooHigh(info.video, wanted)
}

function whyRateTooHigh(video: VideoInfo, wanted: VideoRecipe): string | null {
  const { bitRate } = video
  const isWithin = wanted.maxBitRate === null || (bitRate !== null && bitRate <= wanted.maxBitRate)
  if (!isWithin) return `the source has ${kbits(bitRate)}`
  if (wanted.maxFrameRate !== null && video.frameRate > wanted.maxFrameRate + 0.5) {
    return `the source has ${Math.round(video.frameRate)} pictures a second`
  }
  const canShrink = wanted.policy === 'copy_if_small' && !isSmall(video)
  return canShrink ? `the source has ${kbits(bitRate)} and can be made smaller` : null
}

function isSmall({ width, height, frameRate, bitRate }: VideoInfo): boolean {
  return (bitRate ?? Infinity) < width * height * frameRate * SMALL_BITS_PER_PIXEL
}

function codecCrf(codec: VideoCodec, crf: number): number {
  return Math.min(HIGHEST_CRF, crf + (CRF_OFFSETS[codec] ?? 0))
}

/** The recipe's, or the source's own where that is lower and pictures can still be told by it. */
function ceilingOf({ bitRate, frameRate }: VideoInfo, wanted: VideoRecipe, size: Size) {
  const pixelsPerS = size.width * size.height * Math.min(frameRate, MAX_FRAME_RATE)
  const leastBitRate = Math.max(LEAST_BIT_RATE, Math.round(pixelsPerS * LEAST_BITS_PER_PIXEL))
  return lowest(wanted.maxBitRate, bitRate === null ? null : Math.max(bitRate, leastBitRate))
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

import { CONTAINER_FORMATS, type Container, type VideoCodec } from '../recipe/formats.js'
import { hasPictures, type MediaInfo, type PicturedInfo } from '../probe/media_info.js'
import { planAudio, type PlannedAudio } from './plan_audio.js'
import { chooseAudioCodec, chooseVideoCodec, type Abilities } from './plan_codec.js'
import { availableFilters } from './plan_filters.js'
import { whySkipped } from './plan_ladder.js'
import { planStill, type PlannedStill } from './plan_still.js'
import { planVideo, type PlannedVideo } from './plan_video.js'
import type { Recipe, RenditionRecipe, VideoRecipe } from '../recipe/recipe.js'
import { fitSize } from './rendition_size.js'

export const DECISIONS = ['copy', 'remux', 'encode', 'skip'] as const

/**
 * `remux`: nothing is encoded anew; `copy`: the pictures are untouched, the sound is encoded;
 * `encode`: the pictures, or sound that stands alone, are encoded; `skip`: no file.
 */
export type Decision = (typeof DECISIONS)[number]

/** `video`: pictures with or without sound; `animation`: GIF or WebP; `picture`: one still; `sound`: no pictures. */
export type RenditionKind = 'video' | 'animation' | 'picture' | 'sound'

export interface PlannedRendition {
  name: string
  kind: RenditionKind
  decision: Decision
  /** Why, in words for people. */
  reason: string
  /** Null when skipped. */
  fileName: string | null
  /** What the file must turn out to be. ffprobe 5.1 cannot read a WebP animation: look at its RIFF chunks. */
  container: Container
  mimeType: string
  /** As displayed; 0 for sound alone. */
  width: number
  height: number
  /** Seconds that it should last, after any trim; 0 for a picture. */
  durationS: number
  /** Null for sound alone and for what is skipped; else the file must hold just one such stream. */
  video: PlannedVideo | null
  /** Null: the file must hold no sound. */
  audio: PlannedAudio | null
  /** Set for a picture: the moment that it shows. */
  still: PlannedStill | null
}

export interface RenditionContext {
  recipe: Recipe
  mayCopy: boolean
  isTrimmed: boolean
  withoutCodecs: readonly VideoCodec[]
  abilities: Abilities | null
}

/** @throws MediaError ENCODER_MISSING or FILTER_MISSING */
export function planRendition(
  info: MediaInfo,
  wanted: RenditionRecipe,
  context: RenditionContext
): PlannedRendition {
  const { video } = wanted
  if (!video) return planSound(info, wanted, context)
  if (!hasPictures(info)) {
    return skipped(info, wanted, `skipped ${wanted.name}: the source has no pictures`)
  }
  const why = whySkipped(info, wanted, context.recipe.renditions)
  if (why) return skipped(info, wanted, why)
  return wanted.still
    ? planPicture(info, { ...wanted, video }, context)
    : planMoving(info, { ...wanted, video }, context)
}

type WithPictures = RenditionRecipe & { video: VideoRecipe }

function skipped(info: MediaInfo, wanted: RenditionRecipe, reason: string): PlannedRendition {
  const isSized = hasPictures(info) && wanted.video
  const size = isSized ? fitSize(info.video, isSized) : { width: 0, height: 0 }
  const nothing = { fileName: null, durationS: 0, video: null, audio: null, still: null }
  const { name, container } = wanted
  const kind = wanted.video ? 'video' : 'sound'
  const { mimeType } = CONTAINER_FORMATS[container]
  return { name, kind, decision: 'skip', reason, container, mimeType, ...size, ...nothing }
}

function planMoving(
  info: PicturedInfo,
  wanted: WithPictures,
  context: RenditionContext
): PlannedRendition {
  const { filters, words } = availableFilters(wanted.video.filters, context.abilities)
  const { codecs } = wanted.video
  const chosen = chooseVideoCodec(codecs, wanted.container, { ...context, isStill: false })
  const { hls } = context.recipe
  const isRung = hls !== null && chosen.codec === 'h264' && chosen.container === 'mp4'
  const video = planVideo(
    info,
    { ...wanted.video, filters },
    {
      codec: chosen.codec,
      whyEncode: whyEncode(context, isRung, wanted.container),
      keyFrameEveryS: isRung ? hls.segmentS : null,
    }
  )
  const isCopied = video.kind === 'copy'
  const container = isCopied ? copyContainer(wanted.container) : chosen.container
  const audio = soundFor(info, { ...wanted, container }, { ...context, mayCopy: isCopied })
  const fallbacks = isCopied ? [] : chosen.fallbacks
  const reasons = [...fallbacks, video.reason, ...words, soundWords(info, wanted, container, audio)]
  return {
    ...named(wanted, container),
    kind: isAnimation(container) ? 'animation' : 'video',
    decision: decide(isCopied, audio),
    reason: reasons.join('; '),
    ...{ width: video.width, height: video.height, durationS: info.durationS },
    ...{ video, audio, still: null },
  }
}

function whyEncode(context: RenditionContext, isRung: boolean, container: Container) {
  if (context.isTrimmed) return 'cut at exact moments'
  if (!context.mayCopy) return 'the copy was not whole'
  if (isRung) return 'the rungs of a ladder share their key frames'
  return CONTAINER_FORMATS[container].videoCodecs.includes('h264') ? null : `${container} is wanted`
}

/** Pictures that are copied are H.264. */
function copyContainer(wanted: Container): Container {
  return CONTAINER_FORMATS[wanted].videoCodecs.includes('h264') ? wanted : 'mp4'
}

function planPicture(
  info: PicturedInfo,
  wanted: WithPictures,
  context: RenditionContext
): PlannedRendition {
  const { filters, words } = availableFilters(wanted.video.filters, context.abilities)
  const chosen = chooseVideoCodec(wanted.video.codecs, wanted.container, {
    ...context,
    isStill: true,
  })
  const isOwnInput = !context.recipe.renditions.some(isMovingRecipe)
  const still = planStill(info, wanted.still?.atS ?? null, isOwnInput)
  const video = planVideo(
    info,
    { ...wanted.video, filters },
    { codec: chosen.codec, whyEncode: 'one picture', keyFrameEveryS: null }
  )
  const moment = still.isChosen
    ? 'a picture that shows something'
    : `the picture at ${still.fromS} s`
  return {
    ...named(wanted, chosen.container),
    kind: 'picture',
    decision: 'encode',
    reason: [...chosen.fallbacks, moment, ...words].join('; '),
    ...{ width: video.width, height: video.height, durationS: 0 },
    ...{ video: { ...video, expectedFrames: 1 }, audio: null, still },
  }
}

function isMovingRecipe({ video, still }: RenditionRecipe): boolean {
  return video !== null && still === null && video.policy === 'encode'
}

function planSound(
  info: MediaInfo,
  wanted: RenditionRecipe,
  context: RenditionContext
): PlannedRendition {
  const audio = soundFor(info, wanted, context)
  if (!audio) return skipped(info, wanted, `skipped ${wanted.name}: ${noSound(info)}`)
  return {
    ...named(wanted, wanted.container),
    kind: 'sound',
    decision: audio.kind === 'copy' ? 'remux' : 'encode',
    reason: audio.reason,
    ...{ width: 0, height: 0, durationS: info.audio?.durationS ?? info.durationS },
    ...{ video: null, audio, still: null },
  }
}

function soundFor(
  info: MediaInfo,
  wanted: RenditionRecipe,
  { abilities, mayCopy }: RenditionContext
): PlannedAudio | null {
  if (!info.audio || !wanted.audio) return null
  const codec = chooseAudioCodec(wanted.audio.codecs, wanted.container, abilities)
  return codec && planAudio(info.audio, wanted.audio, { codec, mayCopy })
}

function named({ name }: RenditionRecipe, container: Container) {
  const { mimeType } = CONTAINER_FORMATS[container]
  return { name, fileName: `${name}.${container}`, container, mimeType }
}

function isAnimation(container: Container): boolean {
  return container === 'gif' || container === 'webp'
}

function decide(isVideoCopied: boolean, audio: PlannedAudio | null): Decision {
  if (!isVideoCopied) return 'encode'
  return audio?.kind === 'encode' ? 'copy' : 'remux'
}

function soundWords(
  info: MediaInfo,
  wanted: RenditionRecipe,
  container: Container,
  audio: PlannedAudio | null
): string {
  if (audio) return audio.reason
  if (!info.audio) return noSound(info)
  return wanted.audio ? `${container} holds no sound` : 'without sound'
}

function noSound(info: MediaInfo): string {
  return info.audioTracks.length > 0 ? 'the sound cannot be decoded' : 'the source has no sound'
}

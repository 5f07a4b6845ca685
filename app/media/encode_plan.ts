import type { MediaInfo } from './media_info.js'
import { memoryNeeded } from './memory_needed.js'
import { planAudio, type PlannedAudio } from './plan_audio.js'
import { planPoster, type PlannedPoster } from './plan_poster.js'
import { planSource, type PlannedSource } from './plan_source.js'
import { planVideo, type PlannedVideo } from './plan_video.js'
import type { Recipe, RenditionRecipe } from './recipe.js'

export const DECISIONS = ['copy', 'remux', 'encode', 'skip'] as const

/**
 * `remux`: nothing is encoded anew; `copy`: the pictures are untouched, the sound is encoded;
 * `encode`: the pictures are encoded; `skip`: no file.
 */
export type Decision = (typeof DECISIONS)[number]

/** All that one ffmpeg shall do to one source. Plain data: it is kept on the job and shown to people. */
export interface EncodePlan {
  source: PlannedSource
  renditions: PlannedRendition[]
  poster: PlannedPoster | null
  /** Bytes that this plan is known to need at its peak. */
  memoryBytes: number
}

export interface PlannedRendition {
  name: string
  decision: Decision
  /** Why, in words for people. */
  reason: string
  /** Null when skipped. */
  fileName: string | null
  /** As displayed. */
  width: number
  height: number
  video: PlannedVideo
  audio: PlannedAudio | null
}

/**
 * What to make of this source by this recipe. Pure.
 * @param options.mayCopy false plans every rendition anew; for a copy that did not verify
 */
export function planEncode(
  info: MediaInfo,
  recipe: Recipe,
  options: { mayCopy?: boolean } = {}
): EncodePlan {
  const mayCopy = options.mayCopy ?? true
  const renditions = recipe.renditions.map((wanted) => planRendition(info, wanted, mayCopy))
  const isAnyEncoded = renditions.some(({ decision }) => decision === 'encode')
  const poster = recipe.poster ? planPoster(info, recipe.poster, !isAnyEncoded) : null
  return {
    source: planSource(info),
    renditions,
    poster,
    memoryBytes: memoryNeeded(info, renditions),
  }
}

function planRendition(
  info: MediaInfo,
  wanted: RenditionRecipe,
  mayCopy: boolean
): PlannedRendition {
  const video = planVideo(info, wanted.video!, mayCopy)
  const isCopied = video.kind === 'copy'
  const audio = info.audio ? planAudio(info.audio, wanted.audio!, isCopied) : null
  return {
    name: wanted.name,
    decision: decide(isCopied, audio),
    reason: [video.reason, audioReason(info, audio)].join('; '),
    fileName: `${wanted.name}.${wanted.container}`,
    width: video.width,
    height: video.height,
    video,
    audio,
  }
}

function decide(isVideoCopied: boolean, audio: PlannedAudio | null): Decision {
  if (!isVideoCopied) return 'encode'
  return audio?.kind === 'encode' ? 'copy' : 'remux'
}

function audioReason(info: MediaInfo, audio: PlannedAudio | null): string {
  if (audio) return audio.reason
  return info.audioTracks.length > 0 ? 'the sound cannot be decoded' : 'the source has no sound'
}

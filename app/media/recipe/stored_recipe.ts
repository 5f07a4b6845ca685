import { CONTAINER_FORMATS, type AudioCodec, type VideoCodec } from './formats.js'
import type { AudioRecipe, Recipe, RenditionRecipe, VideoRecipe } from './recipe.js'

/** A recipe as it may lie in the database: also from before it knew more than H.264 in MP4. */
export interface StoredRecipe extends Partial<Omit<Recipe, 'renditions'>> {
  renditions: StoredRendition[]
}

export interface StoredRendition extends Partial<Omit<RenditionRecipe, 'video' | 'audio'>> {
  name: string
  video?: (Partial<VideoRecipe> & { codec?: VideoCodec }) | null
  audio?: (Partial<AudioRecipe> & { codec?: AudioCodec }) | null
}

const VIDEO: VideoRecipe = {
  codecs: ['h264'],
  policy: 'copy_if_web_safe',
  maxShortSide: null,
  maxLongSide: null,
  maxBitRate: null,
  maxFrameRate: null,
  crf: 23,
  encoderPreset: 'veryfast',
  vp9: { deadline: 'realtime', speed: 8 },
  av1Preset: 11,
  filters: [],
}

const AUDIO: AudioRecipe = { codecs: ['aac'], bitRate: 128_000, loudnessLufs: null }

/** Fills in what a stored or shortly written recipe leaves out. Pure, and the same when done twice. */
export function normaliseRecipe(stored: StoredRecipe): Recipe {
  const { poster = null, storyboard = null, hls = null, trim = null } = stored
  const renditions = stored.renditions.map(normaliseRendition)
  const { subtitles = renditions.some(isWatched) } = stored
  return { renditions, poster, storyboard, hls, subtitles, trim }
}

/** What people watch with subtitles: pictures that move and may have sound. */
function isWatched(wanted: RenditionRecipe): boolean {
  const { audioCodecs } = CONTAINER_FORMATS[wanted.container]
  return wanted.video !== null && wanted.still === null && audioCodecs.length > 0
}

function normaliseRendition(stored: StoredRendition): RenditionRecipe {
  const { name, container = 'mp4', still = null } = stored
  return { name, container, video: video(stored.video), audio: audio(stored.audio), still }
}

function video(stored: StoredRendition['video']): VideoRecipe | null {
  if (!stored) return null
  const { codec, ...rest } = stored
  return { ...VIDEO, ...(codec ? { codecs: [codec] } : {}), ...rest }
}

function audio(stored: StoredRendition['audio']): AudioRecipe | null {
  if (!stored) return null
  const { codec, ...rest } = stored
  return { ...AUDIO, ...(codec ? { codecs: [codec] } : {}), ...rest }
}

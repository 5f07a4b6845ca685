import type { AudioInfo } from './media_info.js'
import type { AudioRecipe } from './recipe.js'
import { isWebSafeAudio } from './web_safe.js'

export type PlannedAudio = CopiedAudio | EncodedAudio

export interface CopiedAudio {
  kind: 'copy'
  /** Of the stream in the source. */
  sourceIndex: number
  reason: string
}

export interface EncodedAudio {
  kind: 'encode'
  sourceIndex: number
  /** bit/s */
  bitRate: number
  channels: number
  sampleRate: number
  reason: string
}

/** Below this AAC-LC is no longer listened to gladly, whatever the source had. */
const LOWEST_BIT_RATE = 32_000
const HIGHEST_SAMPLE_RATE = 48_000
/** What AAC knows; other rates become the highest. */
const SAMPLE_RATES = [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000]

/** Sound stays as it is only beside pictures that stay as they are: both then keep one clock. */
export function planAudio(
  audio: AudioInfo,
  wanted: AudioRecipe,
  isVideoCopied: boolean
): PlannedAudio {
  const sourceIndex = audio.index
  if (isVideoCopied && isWebSafeAudio(audio, wanted.bitRate)) {
    return { kind: 'copy', sourceIndex, reason: 'sound copied: already AAC-LC' }
  }
  const bitRate = ceiling(audio, wanted)
  const channels = Math.min(2, audio.channels || 2)
  return {
    kind: 'encode',
    sourceIndex,
    bitRate,
    channels,
    sampleRate: sampleRate(audio),
    reason: `sound as AAC ${channels === 1 ? 'mono' : 'stereo'} ${Math.round(bitRate / 1000)} kbit/s`,
  }
}

function ceiling({ bitRate }: AudioInfo, wanted: AudioRecipe): number {
  const most = Math.min(wanted.bitRate, bitRate ?? Infinity)
  return Math.max(LOWEST_BIT_RATE, Math.round(most))
}

function sampleRate(audio: AudioInfo): number {
  return SAMPLE_RATES.includes(audio.sampleRate) ? audio.sampleRate : HIGHEST_SAMPLE_RATE
}

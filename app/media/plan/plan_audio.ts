import { CODEC_NAMES, type AudioCodec } from '../recipe/formats.js'
import type { AudioInfo } from '../probe/media_info.js'
import type { AudioRecipe } from '../recipe/recipe.js'
import { isWebSafeAudio } from './web_safe.js'

export type PlannedAudio = CopiedAudio | EncodedAudio

export interface CopiedAudio {
  kind: 'copy'
  codec: AudioCodec
  /** Of the stream in the source. */
  sourceIndex: number
  reason: string
}

export interface EncodedAudio {
  kind: 'encode'
  codec: AudioCodec
  sourceIndex: number
  /** bit/s */
  bitRate: number
  channels: number
  sampleRate: number
  /** LUFS to bring it to, or null to leave it. */
  loudnessLufs: number | null
  reason: string
}

/** Below this no codec is listened to gladly, unless the source itself has less. */
const LOWEST_BIT_RATE = 32_000
/** What the encoders take at all. */
const LEAST_BIT_RATE = 8_000
const HIGHEST_SAMPLE_RATE = 48_000
/** What AAC and MP3 know; other rates become the highest. */
const SAMPLE_RATES = [8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000]
/** How the rate of a source that is encoded in something simple is told apart from its worth. */
const PCM_BITS = 16
const COPIED_RATE_TOLERANCE = 1.05

/** Sound stays as it is only beside pictures that stay as they are: both then keep one clock. */
export function planAudio(
  audio: AudioInfo,
  wanted: AudioRecipe,
  choice: { codec: AudioCodec; mayCopy: boolean }
): PlannedAudio {
  const { codec } = choice
  if (choice.mayCopy && wanted.loudnessLufs === null && isAlready(audio, wanted, codec)) {
    const name = codec === 'aac' ? 'AAC-LC' : CODEC_NAMES[codec]
    return {
      kind: 'copy',
      codec,
      sourceIndex: audio.index,
      reason: `sound copied: already ${name}`,
    }
  }
  return encoded(audio, wanted, codec)
}

function isAlready(audio: AudioInfo, wanted: AudioRecipe, codec: AudioCodec): boolean {
  if (codec === 'aac') return isWebSafeAudio(audio, wanted.bitRate)
  if (codec === 'pcm') return audio.codec === 'pcm_s16le' && audio.channels <= 2
  const isWithin = (audio.bitRate ?? Infinity) <= wanted.bitRate * COPIED_RATE_TOLERANCE
  return audio.codec === codec && audio.channels <= 2 && isWithin
}

function encoded(audio: AudioInfo, wanted: AudioRecipe, codec: AudioCodec): EncodedAudio {
  const channels = Math.min(2, audio.channels || 2)
  const sampleRate = codec === 'opus' ? HIGHEST_SAMPLE_RATE : sampleRateOf(audio)
  const isPcm = codec === 'pcm'
  const bitRate = isPcm ? channels * sampleRate * PCM_BITS : ceiling(audio, wanted)
  const words = [
    `sound as ${CODEC_NAMES[codec]} ${channels === 1 ? 'mono' : 'stereo'}`,
    isPcm ? '16 bits' : `${Math.round(bitRate / 1000)} kbit/s`,
    ...(wanted.loudnessLufs === null ? [] : [`at ${wanted.loudnessLufs} LUFS`]),
  ]
  const { loudnessLufs } = wanted
  const reason = words.join(' ')
  const sourceIndex = audio.index
  return { kind: 'encode', codec, sourceIndex, bitRate, channels, sampleRate, loudnessLufs, reason }
}

/** The source's own rate bounds it even below what sounds good: no result is larger than its source. */
function ceiling({ bitRate }: AudioInfo, wanted: AudioRecipe): number {
  const fromSource = bitRate ?? Infinity
  const most = Math.min(wanted.bitRate, fromSource)
  const lowest = Math.max(LEAST_BIT_RATE, Math.min(LOWEST_BIT_RATE, fromSource))
  return Math.round(Math.max(lowest, most))
}

function sampleRateOf(audio: AudioInfo): number {
  return SAMPLE_RATES.includes(audio.sampleRate) ? audio.sampleRate : HIGHEST_SAMPLE_RATE
}

import { MediaError } from '../errors.js'
import {
  CODEC_NAMES,
  CONTAINER_FORMATS,
  encoderOf,
  type AudioCodec,
  type Container,
  type VideoCodec,
} from '../recipe/formats.js'

/** What this machine's ffmpeg was built with, by ffmpeg's names. */
export interface Abilities {
  encoders: readonly string[]
  filters: readonly string[]
}

export interface CodecOptions {
  /** Null: everything is there. */
  abilities: Abilities | null
  /** Codecs that were tried on this source and failed. */
  withoutCodecs: readonly VideoCodec[]
}

export interface ChosenCodec {
  codec: VideoCodec
  container: Container
  /** What was passed over, in words. */
  fallbacks: string[]
}

/**
 * The first codec of the list that is there and has not failed, and a container that takes it.
 * @throws MediaError ENCODER_MISSING when none is left
 */
export function chooseVideoCodec(
  codecs: readonly VideoCodec[],
  container: Container,
  options: CodecOptions & { isStill: boolean }
): ChosenCodec {
  const fallbacks: string[] = []
  for (const codec of codecs) {
    const why = whyNot(codec, options)
    if (why === null) return { codec, ...containerFor(container, codec, fallbacks) }
    fallbacks.push(`${CODEC_NAMES[codec]} passed over: ${why}`)
  }
  throw new MediaError('ENCODER_MISSING', { detail: fallbacks.join('; ') })
}

/**
 * The first codec of the list that the container takes and that is there, else the container's own.
 * @throws MediaError ENCODER_MISSING
 */
export function chooseAudioCodec(
  codecs: readonly AudioCodec[],
  container: Container,
  abilities: Abilities | null
): AudioCodec | null {
  const fitting = CONTAINER_FORMATS[container].audioCodecs
  if (fitting.length === 0) return null
  const wanted = [...codecs.filter((codec) => fitting.includes(codec)), ...fitting]
  const found = wanted.find((codec) => hasEncoder(abilities, encoderOf(codec)))
  if (!found) throw new MediaError('ENCODER_MISSING', { detail: encoderOf(wanted[0]) })
  return found
}

function whyNot(
  codec: VideoCodec,
  { abilities, withoutCodecs, isStill }: CodecOptions & { isStill: boolean }
): string | null {
  if (withoutCodecs.includes(codec)) return 'it failed on this source'
  const encoder = encoderOf(codec, isStill)
  return hasEncoder(abilities, encoder) ? null : `this machine’s ffmpeg lacks ${encoder}`
}

function hasEncoder(abilities: Abilities | null, encoder: string): boolean {
  return abilities === null || abilities.encoders.includes(encoder)
}

function containerFor(wanted: Container, codec: VideoCodec, fallbacks: string[]) {
  if (CONTAINER_FORMATS[wanted].videoCodecs.includes(codec)) return { container: wanted, fallbacks }
  const words = `${wanted} cannot hold ${CODEC_NAMES[codec]}: MP4 instead`
  return { container: 'mp4' as const, fallbacks: [...fallbacks, words] }
}

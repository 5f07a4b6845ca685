import type { AudioCodec } from '../recipe/formats.js'
import { normaliseRecipe } from '../recipe/stored_recipe.js'
import { defineOperation } from './operation.js'
import { choice, whole } from './parameter_kinds.js'

const FORMATS = ['mp3', 'm4a', 'opus', 'wav'] as const
const CODECS: Record<(typeof FORMATS)[number], AudioCodec> = {
  mp3: 'mp3',
  m4a: 'aac',
  opus: 'opus',
  wav: 'pcm',
}
/** What EBU R128 streaming practice asks of speech and music alike. */
const LOUDNESS_LUFS = -16

export const extractAudio = defineOperation({
  name: 'extract_audio',
  title: 'Extract the sound',
  description: 'The sound alone, as MP3, M4A, Opus or WAV',
  parameters: {
    format: choice('The format wanted', FORMATS, 'mp3'),
    audioKbps: whole('Ceiling in kbit/s', { min: 8, max: 512, default: 192 }),
    normalise: { kind: 'flag', about: 'Bring it to the usual loudness (-16 LUFS)', default: false },
  },
  toRecipe: ({ format, audioKbps, normalise }) => {
    const loudnessLufs = normalise ? LOUDNESS_LUFS : null
    const audio = { codecs: [CODECS[format]], bitRate: audioKbps * 1000, loudnessLufs }
    const rendition = { name: `audio_${format}`, container: format, video: null, audio }
    return normaliseRecipe({ renditions: [rendition] })
  },
})

import type { Container, VideoCodec } from '../recipe/formats.js'
import { defineOperation } from './operation.js'
import { movingRecipe } from './operation_recipes.js'
import { choice, whole } from './parameter_kinds.js'
import { InvalidParameter } from './parameters.js'
import { CONTAINER_FORMATS } from '../recipe/formats.js'

const CODECS = ['h264', 'vp9', 'av1'] as const
const CONTAINERS = ['mp4', 'webm', 'mkv', 'mov'] as const

export const transcode = defineOperation({
  name: 'transcode',
  title: 'Transcode',
  description: 'Encode anew with a codec, a size and a ceiling of your choice',
  parameters: {
    codec: choice('What the pictures are coded in', CODECS, 'h264'),
    container: choice('The kind of file', CONTAINERS, 'mp4'),
    shortSide: whole('Pixels of the shorter side at most', { min: 2, max: 8192, default: null }),
    videoKbps: whole('Ceiling for the pictures in kbit/s', {
      min: 50,
      max: 200_000,
      default: null,
    }),
    audioKbps: whole('Ceiling for the sound in kbit/s', { min: 8, max: 512, default: 128 }),
    crf: whole('Quality, 0 (lossless) to 51; less is better', { min: 0, max: 51, default: 23 }),
  },
  toRecipe: ({ codec, container, shortSide, videoKbps, audioKbps, crf }) => {
    refuseMismatch(codec, container)
    const audio = container === 'webm' ? (['opus'] as const) : (['aac'] as const)
    return movingRecipe({
      name: `transcoded_${codec}`,
      container,
      video: {
        codecs: [codec],
        policy: 'encode',
        ...{ crf, maxShortSide: shortSide },
        maxBitRate: videoKbps === null ? null : videoKbps * 1000,
      },
      audio: { codecs: [...audio], bitRate: audioKbps * 1000 },
    })
  },
})

function refuseMismatch(codec: VideoCodec, container: Container): void {
  const fitting = CONTAINER_FORMATS[container].videoCodecs
  if (fitting.includes(codec)) return
  throw new InvalidParameter('codec', codec, `${container} holds ${fitting.join(', ')} only`)
}

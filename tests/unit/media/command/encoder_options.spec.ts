import { test } from '@japa/runner'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { planEncode } from '#media/plan/encode_plan'
import type { Container, VideoCodec } from '#media/recipe/formats'
import {
  mediaInfo,
  recipe,
  renditionRecipe,
  type InfoDifference,
} from '#tests/fixtures/media_infos'

const PATHS = { inputPath: '/in', outputDirectory: '/out' }

interface Asked {
  codec: VideoCodec
  container: Container
  video?: object
  info?: InfoDifference
  atS?: number
}

function wordsFor({ codec, container, video, info = {}, atS }: Asked): string {
  const wanted = renditionRecipe({
    ...{ container, video: { codecs: [codec], ...video } },
    audio: container === 'webm' ? { codecs: ['opus'] } : undefined,
    still: atS === undefined ? null : { atS },
  })
  return ffmpegArguments(planEncode(mediaInfo(info), recipe([wanted])), PATHS).join(' ')
}

test.group('encoder options', () => {
  test('{asked.codec} in {asked.container} says {says}')
    .with([
      {
        asked: { codec: 'h264', container: 'mp4' },
        says: ['-c:v libx264 -preset veryfast -profile:v high', '-movflags +faststart -f mp4'],
      },
      { asked: { codec: 'h264', container: 'mov' }, says: ['-movflags +faststart -f mov'] },
      { asked: { codec: 'h264', container: 'mkv' }, says: ['libx264', '-f matroska'] },
      {
        asked: { codec: 'vp9', container: 'webm' },
        says: ['-c:v libvpx-vp9 -deadline realtime -cpu-used 8', '-b:v ', '-f webm'],
      },
      {
        asked: { codec: 'vp9', container: 'webm', video: { vp9: { deadline: 'good', speed: 2 } } },
        says: ['-deadline good -cpu-used 2'],
      },
      {
        asked: { codec: 'vp9', container: 'webm', video: { maxBitRate: null }, info: rateless() },
        says: ['-b:v 0'],
      },
      {
        asked: { codec: 'av1', container: 'mp4', video: { av1Preset: 12, crf: 30 } },
        says: ['-c:v libsvtav1 -preset 12', '-crf 44'],
      },
      { asked: { codec: 'av1', container: 'mp4', video: { crf: 51 } }, says: ['-crf 63'] },
      { asked: { codec: 'h264', container: 'mp4', video: { crf: 51 } }, says: ['-crf 51'] },
      {
        asked: { codec: 'gif', container: 'gif', video: { maxFrameRate: 12 } },
        says: [
          'fps=12',
          'palettegen',
          '-c:v gif -loop 0',
          '-enc_time_base:v 1:12',
          '-an',
          '-f gif',
        ],
      },
      {
        asked: { codec: 'webp', container: 'webp', video: { maxFrameRate: 15 } },
        says: ['fps=15', '-c:v libwebp_anim -loop 0', '-an', '-f webp'],
      },
      {
        asked: { codec: 'jpeg', container: 'jpg', atS: 3 },
        says: ['-frames:v 1', '-c:v mjpeg', '-update 1 -f image2'],
      },
      { asked: { codec: 'webp', container: 'webp', atS: 3 }, says: ['-c:v libwebp ', '-f image2'] },
      { asked: { codec: 'avif', container: 'avif', atS: 3 }, says: ['libaom-av1', '-f avif'] },
    ] as { asked: Asked; says: string[] }[])
    .run(({ assert }, { asked, says }) => {
      const words = wordsFor(asked)

      for (const part of says) assert.include(words, part)
    })

  test('{container} with {codec} never says {never}')
    .with([
      { codec: 'h264', container: 'mkv', never: 'faststart' },
      { codec: 'vp9', container: 'webm', never: 'faststart' },
      { codec: 'vp9', container: 'webm', never: 'setts' },
      { codec: 'gif', container: 'gif', never: '-crf' },
      { codec: 'gif', container: 'gif', never: 'bt709 -color' },
    ] as const)
    .run(({ assert }, { codec, container, never }) => {
      const info = { video: { isVariableFrameRate: true, timeBase: '1/1000' } }

      assert.notInclude(wordsFor({ codec, container, info }), never)
    })

  test('a GIF too large to be held gets a palette for each picture', ({ assert }) => {
    const asked = { codec: 'gif', container: 'gif', video: { maxShortSide: null } } as const

    const short = { durationS: 1, video: { durationS: 1, frameCount: 12, width: 320, height: 180 } }
    assert.include(wordsFor({ ...asked, info: short }), 'stats_mode=diff')
    assert.include(wordsFor(asked), 'stats_mode=single')
  })
})

function rateless(): InfoDifference {
  return { video: { bitRate: null } }
}

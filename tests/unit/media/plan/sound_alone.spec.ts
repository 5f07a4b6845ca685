import { test } from '@japa/runner'
import { MediaError } from '#media/errors'
import { extractAudio } from '#media/operations/extract_audio'
import { OPERATIONS } from '#media/operations/operations'
import { trim } from '#media/operations/trim'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { planEncode } from '#media/plan/encode_plan'
import { ladder, mediaInfo, recipe, renditionRecipe, soundInfo } from '#tests/fixtures/media_infos'
import type { Recipe } from '#media/recipe/recipe'

const mp3 = renditionRecipe({
  ...{ name: 'audio_mp3', container: 'mp3', video: null },
  audio: { codecs: ['mp3'], bitRate: 192_000 },
})

function refusalOf(wanted: Recipe, info = soundInfo()): MediaError {
  try {
    planEncode(info, wanted)
  } catch (error) {
    if (error instanceof MediaError) return error
    throw error
  }
  throw new Error('it was planned')
}

test.group('planEncode, sound alone', () => {
  test('makes what is sound and skips what has pictures, with the reason', ({ assert }) => {
    const { renditions } = planEncode(soundInfo(), recipe([renditionRecipe(), mp3]))

    assert.deepEqual(
      renditions.map(({ name, decision }) => [name, decision]),
      [
        ['medium', 'skip'],
        ['audio_mp3', 'encode'],
      ]
    )
    assert.equal(renditions[0].reason, 'skipped medium: the source has no pictures')
    assert.deepEqual([renditions[0].width, renditions[0].height], [0, 0])
  })

  test('copies what is already what is wanted', ({ assert }) => {
    const info = soundInfo({ audio: { codec: 'mp3', profile: null } })

    const [rendition] = planEncode(info, recipe([mp3])).renditions

    assert.equal(rendition.decision, 'remux')
    assert.equal(rendition.reason, 'sound copied: already MP3')
  })

  test('plans a waveform as the poster though the recipe asks for none', ({ assert }) => {
    const info = soundInfo({ audio: { index: 2, durationS: 59.5 } })

    const { poster, storyboard } = planEncode(
      info,
      recipe([mp3], null, { storyboard: { tileWidth: 160, columns: 10, maxTiles: 100 } })
    )

    assert.deepEqual(poster, {
      ...{ kind: 'waveform', fileName: 'poster.jpg', width: 1280, height: 720 },
      ...{ audioIndex: 2, durationS: 59.5 },
    })
    assert.isNull(storyboard)
  })

  test('leaves the waveform of the whole where only a part is taken', ({ assert }) => {
    const wanted = recipe([mp3], null, { trim: { startS: 10, endS: 20 } })

    const plan = planEncode(soundInfo(), wanted)

    assert.isNull(plan.poster)
    assert.equal(plan.renditions[0].durationS, 10)
  })

  test('asks ffmpeg for no picture', ({ assert }) => {
    const plan = planEncode(soundInfo(), recipe([renditionRecipe(), mp3]))

    const args = ffmpegArguments(plan, { inputPath: '/in', outputDirectory: '/out' })

    assert.isFalse(args.some((arg) => arg.includes('null:') || arg.endsWith('poster.jpg')))
    assert.notInclude(args, '-filter_complex')
    assert.include(args, '-vn')
    assert.equal(args.filter((arg) => arg.startsWith('file:/out')).length, 1)
  })

  test('needs no memory for pictures', ({ assert }) => {
    const ofSound = planEncode(soundInfo(), recipe([mp3])).memoryBytes

    assert.isBelow(ofSound, planEncode(mediaInfo(), recipe([mp3])).memoryBytes)
  })
})

test.group('planEncode, sound alone where pictures are wanted', () => {
  test('refuses a recipe of pictures once and for all, and says what to choose', ({ assert }) => {
    const error = refusalOf(recipe(ladder()))

    assert.equal(error.code, 'INPUT_NO_VIDEO')
    assert.isFalse(error.canRetryHelp)
    assert.include(error.message, 'it holds sound only')
    assert.include(error.remedy, 'audio_mp3')
    assert.include(error.evidence, 'skipped 1080p: the source has no pictures')
  })

  test('refuses a storyboard', ({ assert }) => {
    const storyboard = { tileWidth: 160, columns: 10, maxTiles: 100 }

    assert.equal(refusalOf(recipe([], null, { storyboard })).code, 'INPUT_NO_VIDEO')
  })

  test('refuses {operation}')
    .with([
      { operation: 'thumbnail', parameters: { width: 320 } },
      { operation: 'storyboard', parameters: {} },
      { operation: 'resize', parameters: { width: 320 } },
      { operation: 'resize', parameters: { height: 240 } },
      { operation: 'compress', parameters: {} },
      { operation: 'package_hls', parameters: {} },
      { operation: 'grayscale', parameters: {} },
      { operation: 'convert', parameters: { format: 'gif' } },
      { operation: 'convert', parameters: { format: 'mp4' } },
    ])
    .run(({ assert }, { operation, parameters }) => {
      const info = soundInfo()

      const { recipe: wanted } = OPERATIONS.get(operation)!.prepare(parameters, info)

      assert.equal(refusalOf(wanted, info).code, 'INPUT_NO_VIDEO')
    })
})

test.group('planEncode, silent pictures where sound is wanted', () => {
  test('refuses them once and for all, and says what to choose', ({ assert }) => {
    const error = refusalOf(recipe([mp3]), mediaInfo({ audio: null }))

    assert.equal(error.code, 'INPUT_NO_SOUND')
    assert.isFalse(error.canRetryHelp)
    assert.include(error.evidence, 'skipped audio_mp3: the source has no sound')
  })

  test('makes the poster where one is asked for', ({ assert }) => {
    const wanted = recipe([mp3], { width: 320, atS: null })

    assert.equal(planEncode(mediaInfo({ audio: null }), wanted).poster?.kind, 'frame')
  })
})

test.group('Operations on sound alone', () => {
  test('extract_audio makes it another format', ({ assert }) => {
    const info = soundInfo()

    const plan = planEncode(info, extractAudio.prepare({ format: 'opus' }, info).recipe)

    assert.equal(plan.renditions[0].fileName, 'audio_opus.opus')
    assert.equal(plan.renditions[0].decision, 'encode')
  })

  test('trim cuts it into M4A', ({ assert }) => {
    const info = soundInfo()

    const plan = planEncode(info, trim.prepare({ startS: 5, endS: 7 }, info).recipe)

    assert.equal(plan.renditions[0].fileName, 'trimmed.m4a')
    assert.deepEqual(plan.source.trim, { startS: 5, durationS: 2 })
  })
})

import { test } from '@japa/runner'
import { planEncode } from '#media/plan/encode_plan'
import { MediaError, type MediaFailureCode } from '#media/errors'
import { planAgain } from '#media/plan/plan_again'
import { mediaInfo, recipe, renditionRecipe } from '#tests/fixtures/media_infos'

function after(code: MediaFailureCode, wanted: ReturnType<typeof recipe>, options = {}) {
  const plan = planEncode(mediaInfo(), wanted, options)
  return planAgain(new MediaError(code), { plan, recipe: wanted, options })
}

const AV1 = recipe([renditionRecipe({ video: { codecs: ['av1', 'vp9', 'h264'] } })])
const COPY = recipe([
  renditionRecipe({
    video: { policy: 'copy_if_web_safe', maxBitRate: null, maxShortSide: null, maxLongSide: null },
  }),
])

test.group('planAgain', () => {
  test('tries the next codec after {code}')
    .with([
      { code: 'FFMPEG_FAILED' as const },
      { code: 'FFMPEG_CRASHED' as const },
      { code: 'ENCODER_MISSING' as const },
      { code: 'RESULT_DAMAGED' as const },
    ])
    .run(({ assert }, { code }) => {
      assert.deepEqual(after(code, AV1), { withoutCodecs: ['av1'] })
    })

  test('comes to the last codec and no further', ({ assert }) => {
    const second = after('FFMPEG_FAILED', AV1, { withoutCodecs: ['av1'] })

    assert.deepEqual(second, { withoutCodecs: ['av1', 'vp9'] })
    assert.isNull(after('FFMPEG_FAILED', AV1, second!))
  })

  test('encodes where a copy was not whole, once', ({ assert }) => {
    assert.deepEqual(after('RESULT_WRONG', COPY), { mayCopy: false })
    assert.isNull(after('RESULT_WRONG', COPY, { mayCopy: false }))
  })

  test('gives in to {code}, which another codec shares')
    .with([
      { code: 'DISK_FULL' as const },
      { code: 'ABORTED' as const },
      { code: 'TIME_LIMIT' as const },
      { code: 'INPUT_TRUNCATED' as const },
    ])
    .run(({ assert }, { code }) => {
      assert.isNull(after(code, AV1))
    })

  test('leaves surprises alone', ({ assert }) => {
    const plan = planEncode(mediaInfo(), AV1)

    assert.isNull(planAgain(new Error('oops'), { plan, recipe: AV1, options: {} }))
  })
})

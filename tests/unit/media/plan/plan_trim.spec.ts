import { test } from '@japa/runner'
import { MediaError } from '#media/errors'
import { planEncode } from '#media/plan/encode_plan'
import { planTrim, trimmedInfo, trimmedSpans } from '#media/plan/plan_trim'
import { mediaInfo, recipe, renditionRecipe, span } from '#tests/fixtures/media_infos'

test.group('planTrim', () => {
  test('{startS} to {endS} of 60 s is {from} for {length}')
    .with([
      { startS: 0, endS: 10, from: 0, length: 10 },
      { startS: 10, endS: null, from: 10, length: 50 },
      { startS: 10, endS: 1000, from: 10, length: 50 },
      { startS: -5, endS: 10, from: 0, length: 10 },
      { startS: 59.9, endS: 60, from: 59.9, length: 0.1 },
      { startS: 0.5, endS: 0.54, from: 0.5, length: 0.04 },
    ])
    .run(({ assert }, { from, length, ...wanted }) => {
      const trim = planTrim(mediaInfo(), wanted)

      assert.closeTo(trim!.startS, from, 1e-9)
      assert.closeTo(trim!.durationS, length, 1e-9)
    })

  test('takes all of it where nothing is cut off: {$i}')
    .with([null, { startS: 0, endS: null }, { startS: -1, endS: null }])
    .run(({ assert }, wanted) => {
      assert.isNull(planTrim(mediaInfo(), wanted))
    })

  test('refuses {startS} to {endS}, which holds no picture')
    .with([
      { startS: 60, endS: null },
      { startS: 1000, endS: 1001 },
      { startS: 5, endS: 5 },
      { startS: 6, endS: 5 },
      { startS: 5, endS: 5.01 },
      { startS: -5, endS: -1 },
      { startS: 0, endS: 0 },
    ])
    .run(({ assert }, wanted) => {
      const refused = () => planTrim(mediaInfo(), wanted)

      assert.throws(refused, MediaError, /outside the video: .* of 60\.00 s/)
    })

  test('the rest of the plan speaks of the part alone', ({ assert }) => {
    const info = mediaInfo({ startS: 10, video: { startS: 12 }, audio: { startS: 10 } })

    const seen = trimmedInfo(info, { startS: 30, durationS: 6 })

    assert.deepInclude(seen, { startS: 0, durationS: 6 })
    assert.deepInclude(seen.video, { startS: 0, durationS: 6, frameCount: 150 })
    assert.deepInclude(seen.audio, { startS: 0, durationS: 6 })
    assert.equal(info.startS, 10)
  })

  test('keeps one picture of a part between two', ({ assert }) => {
    const info = mediaInfo({ video: { frameCount: 3 } })

    const { video } = trimmedInfo(info, { startS: 1, durationS: 0.1 })

    assert.equal(video?.frameCount, 1)
  })

  test('a stream from {from} to {to} leaves {leaves} s of the part 2 to 6')
    .with([
      { from: 0, to: 10, leaves: 4 },
      { from: 0, to: 4, leaves: 2 },
      { from: 5, to: 10, leaves: 1 },
      { from: 7, to: 10, leaves: 0 },
      { from: 0, to: 1, leaves: 0 },
      { from: -1, to: 3, leaves: 1 },
    ])
    .run(({ assert }, { from, to, leaves }) => {
      const whole = span({ startS: from, endS: to, durationS: to - from })

      const [left] = trimmedSpans([whole], { startS: 2, durationS: 4 }, 0)

      assert.closeTo(left.durationS, leaves, 1e-9)
    })

  test('a clock that does not begin at zero is taken off', ({ assert }) => {
    const whole = span({ startS: 100, endS: 110, durationS: 10 })

    const [left] = trimmedSpans([whole], { startS: 2, durationS: 4 }, 100)

    assert.deepInclude(left, { startS: 0, endS: 4, durationS: 4 })
  })

  test('a part is always encoded, for a copy could only begin at a key frame', ({ assert }) => {
    const wanted = renditionRecipe({ video: { policy: 'copy_if_web_safe', maxBitRate: null } })

    const plan = planEncode(mediaInfo(), recipe([wanted], null, { trim: { startS: 1, endS: 2 } }))

    assert.equal(plan.renditions[0].decision, 'encode')
    assert.include(plan.renditions[0].reason, 'cut at exact moments')
  })
})

import { test } from '@japa/runner'
import { planEncode } from '#media/plan/encode_plan'
import { checkSimilarity } from '#media/verify/similarity_check'
import { align } from '#media/verify/ssim_frames'
import { spansToCompare, whyNotCompared } from '#media/verify/ssim_spans'
import { mediaInfo, recipe, renditionRecipe, span } from '#tests/fixtures/media_infos'
import type { InfoDifference } from '#tests/fixtures/media_infos'
import type { StreamSpan } from '#media/probe/stream_span'

function why(info: InfoDifference, spans: { source?: StreamSpan; result?: StreamSpan } = {}) {
  const plan = planEncode(mediaInfo(info), recipe())
  return whyNotCompared({
    planned: plan.renditions[0],
    span: spans.result ?? span(),
    source: { plan: plan.source, span: spans.source ?? span() },
  })
}

test.group('spansToCompare', () => {
  test('take short clips whole and three moments of long ones', ({ assert }) => {
    assert.deepEqual(spansToCompare(6), [{ startS: 0, lengthS: null }])
    assert.deepEqual(
      spansToCompare(60).map(({ startS }) => startS),
      [9, 29, 49]
    )
  })
})

test.group('whyNotCompared', () => {
  test('compares plain encodes', ({ assert }) => {
    assert.isNull(why({}))
  })

  test('tells {says}')
    .with<{ says: string; info?: InfoDifference; source?: StreamSpan; result?: StreamSpan }[]>([
      { says: 'HDR', info: { video: { hdr: 'pq' } } },
      { says: 'deinterlaced', info: { video: { isInterlaced: true } } },
      { says: 'lower the rate', info: { video: { frameRate: 120 } } },
      { says: 'edit list', source: span({ hiddenPackets: 2 }) },
      { says: 'no timestamps', source: span({ untimedPackets: 250 }) },
      { says: 'repeat', source: span({ repeatedPts: 1 }) },
      { says: 'the result 249', result: span({ packets: 249 }) },
    ])
    .run(({ assert }, { says, info = {}, source, result }) => {
      assert.include(why(info, { source, result }), says)
    })

  test('tells that a copy is a copy', ({ assert }) => {
    const wanted = renditionRecipe({ video: { policy: 'copy_if_web_safe', maxBitRate: null } })
    const info = mediaInfo({ video: { width: 640, height: 360 } })
    const plan = planEncode(info, recipe([wanted]))

    const reason = whyNotCompared({
      planned: plan.renditions[0],
      span: span(),
      source: { plan: plan.source, span: span() },
    })

    assert.equal(plan.renditions[0].video?.kind, 'copy')
    assert.include(reason, 'untouched')
  })
})

test.group('align', () => {
  const on = { result: span({ startS: 0 }), source: span({ startS: 1.4 }) }

  test('finds the same pictures on two clocks', ({ assert }) => {
    const ours = [2, 2.04, 2.08]
    const theirs = [1.9607, 2.0007, 2.0401, 2.0801]

    const found = align({ ours, theirs, stepS: 0.04 }, on)

    assert.deepInclude(found, { count: 3 })
    assert.closeTo((found as { resultFromS: number }).resultFromS, 1.98, 1e-9)
    assert.closeTo((found as { sourceFromS: number }).sourceFromS, 3.3807, 1e-9)
  })

  test('says so where a picture is missing on one side', ({ assert }) => {
    const found = align({ ours: [2, 2.04, 2.08, 2.12], theirs: [2, 2.08, 2.12], stepS: 0.04 }, on)

    assert.isString(found)
    assert.isString(align({ ours: [], theirs: [2], stepS: 0.04 }, on))
  })
})

test.group('checkSimilarity', () => {
  const similarity = (shape: number) => ({
    ssim: {
      average: 0.3,
      worst: 0.2,
      spans: [{ startS: 0, frames: 50, average: 0.3, worst: 0.2, shape }],
    },
    reason: null,
  })

  test('takes noise that a low rate left out, and no other picture', ({ assert }) => {
    assert.isTrue(checkSimilarity(similarity(0.95))[0].ok)
    assert.isFalse(checkSimilarity(similarity(0.7))[0].ok)
    assert.deepEqual(checkSimilarity({ ssim: null, reason: 'HDR' }), [])
  })
})

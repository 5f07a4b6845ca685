import { test } from '@japa/runner'
import { planEncode } from '#media/plan/encode_plan'
import { align, type AlignedFrames } from '#media/verify/ssim_frames'
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
    assert.deepEqual(spansToCompare(6), [{ startS: 0, lengthS: null, instead: null }])
    assert.deepEqual(
      spansToCompare(60).map(({ startS }) => startS),
      [9.6, 29.6, 49.6]
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
      { says: 'the result 249', result: span({ packets: 249, durationS: 5 }) },
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
    const { result, source } = found as AlignedFrames
    assert.closeTo(result!.fromS, 1.98, 1e-9)
    assert.closeTo(result!.toS, 2.1, 1e-9)
    assert.closeTo(source!.fromS, 3.3807, 1e-9)
    assert.closeTo(source!.toS, 3.5001, 1e-9)
  })

  test('says so where a picture is missing on one side', ({ assert }) => {
    const found = align({ ours: [2, 2.04, 2.08, 2.12], theirs: [2, 2.08, 2.12], stepS: 0.04 }, on)

    assert.isString(found)
    assert.isString(align({ ours: [], theirs: [2], stepS: 0.04 }, on))
  })
})

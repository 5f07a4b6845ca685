import { test } from '@japa/runner'
import { SpanBuilder } from '#media/probe/stream_span'

function spanOf(times: (number | null)[], durationS = 0.04) {
  const builder = new SpanBuilder(0)
  for (const ptsS of times) {
    builder.add({ ptsS, dtsS: null, durationS, sizeBytes: 100, isHidden: false, isKey: false })
  }
  return builder.build()
}

test.group('SpanBuilder', () => {
  test('spans from the first moment to the end of the last', ({ assert }) => {
    const span = spanOf([1, 1.04, 1.08])

    assert.closeTo(span.startS, 1, 1e-9)
    assert.closeTo(span.durationS, 0.12, 1e-9)
    assert.equal(span.bytes, 300)
  })

  test('takes packets in the order in which they are shown', ({ assert }) => {
    assert.closeTo(spanOf([0, 0.12, 0.04, 0.08]).durationS, 0.16, 1e-9)
  })

  test('does not believe a last packet that lasts for hours', ({ assert }) => {
    const builder = new SpanBuilder(0)
    for (const [ptsS, durationS] of [
      [0, 0.04],
      [0.04, 0.04],
      [0.08, 143_165],
    ]) {
      builder.add({ ptsS, dtsS: ptsS, durationS, sizeBytes: 1, isHidden: false, isKey: false })
    }

    assert.closeTo(builder.build().durationS, 0.12, 1e-9)
  })

  test('leaves out what an edit list hides', ({ assert }) => {
    const builder = new SpanBuilder(0)
    builder.add({ ptsS: 0, dtsS: 0, durationS: 1, sizeBytes: 1, isHidden: true, isKey: false })
    builder.add({ ptsS: 5, dtsS: 5, durationS: 1, sizeBytes: 1, isHidden: false, isKey: false })

    const span = builder.build()

    assert.equal(span.durationS, 1)
    assert.equal(span.hiddenPackets, 1)
  })

  test('adds up durations where nothing carries a time', ({ assert }) => {
    const span = spanOf([null, null, null])

    assert.closeTo(span.durationS, 0.12, 1e-9)
    assert.equal(span.untimedPackets, 3)
  })

  test('calls jitter of a coarse clock even, and gaps uneven', ({ assert }) => {
    assert.equal(spanOf([0, 0.033, 0.067, 0.1, 0.133]).unevenSteps, 0)
    assert.equal(spanOf([0, 0.033, 0.066, 0.4, 0.433]).unevenSteps, 0.25)
  })

  test('finds the exact rate behind a coarse clock', ({ assert }) => {
    const times = Array.from({ length: 300 }, (_, n) => Math.round((n * 1001) / 30) / 1000)

    assert.closeTo(1 / spanOf(times).evenStepS, 29.97, 0.005)
  })

  test('counts repeated moments and falling decoding times', ({ assert }) => {
    const builder = new SpanBuilder(0)
    for (const [ptsS, dtsS] of [
      [0, 0],
      [0, 0.04],
      [0.08, 0.02],
    ]) {
      builder.add({ ptsS, dtsS, durationS: 0.04, sizeBytes: 1, isHidden: false, isKey: false })
    }

    const span = builder.build()

    assert.equal(span.repeatedPts, 1)
    assert.equal(span.fallingDts, 1)
  })
})

import { test } from '@japa/runner'
import { clockFor, ContinuousClock } from '#media/probe/continuous_clock'

const report = (format: string) => ({
  format: { format_name: format },
  streams: [
    { index: 0, codec_type: 'video' },
    { index: 1, codec_type: 'audio' },
    { index: 2, codec_type: 'data' },
  ],
})
const at = (dtsS: number | null, index = 0) => ({ index, dtsS, ptsS: dtsS, durationS: 0.04 })
const rounded = (dtsS: number | null) => (dtsS === null ? null : Math.round(dtsS * 1e6) / 1e6)
const momentsOf = (moments: (number | null)[], clock = new ContinuousClock(new Set([0, 1]))) =>
  moments.map((dtsS) => rounded(clock.follow(at(dtsS)).dtsS))

test.group('ContinuousClock', () => {
  test('goes on where moments fall back, and where they leap', ({ assert }) => {
    assert.deepEqual(momentsOf([5, 5.04, 0, 0.04]), [5, 5.04, 5.08, 5.12])
    assert.deepEqual(momentsOf([0, 0.04, 900]), [0, 0.04, 0.08])
  })

  test('bears gaps of seconds and jitter', ({ assert }) => {
    assert.deepEqual(momentsOf([0, 9, 8.95, 12]), [0, 9, 8.95, 12])
  })

  test('takes other streams along and is not led by them', ({ assert }) => {
    const clock = new ContinuousClock(new Set([0]))
    momentsOf([100, 0], clock)

    assert.closeTo(clock.follow(at(0.5, 2)).dtsS!, 100.54, 1e-9)
    assert.closeTo(clock.follow(at(50, 2)).dtsS!, 150.04, 1e-9)
    assert.closeTo(clock.follow(at(0.04)).dtsS!, 100.08, 1e-9)
  })

  test('leaves packets without a moment without one', ({ assert }) => {
    assert.deepEqual(momentsOf([0, null, null, 0.12]), [0, null, null, 0.12])
  })

  test('is for containers whose moments may jump', ({ assert }) => {
    assert.isNotNull(clockFor(report('mpegts')))
    assert.isNull(clockFor(report('mov,mp4,m4a,3gp,3g2,mj2')))
  })
})

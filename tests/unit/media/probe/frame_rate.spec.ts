import { test } from '@japa/runner'
import { measureFrameRate } from '#media/probe/frame_rate'
import { span } from '#tests/fixtures/media_infos'

const STREAM = { index: 0, codec_type: 'video' }
const steady = (rate: number, packets = 100) =>
  span({ packets, durationS: packets / rate, evenStepS: 1 / rate, medianStepS: 1 / rate })

test.group('measureFrameRate', () => {
  test('{rate} a second, claimed {claimed}, is {fraction}')
    .with([
      { rate: 25, claimed: '25/1', fraction: '25/1' },
      { rate: 30_000 / 1001, claimed: '30000/1001', fraction: '30000/1001' },
      { rate: 24_000 / 1001, claimed: '0/0', fraction: '24000/1001' },
      { rate: 29.97, claimed: '57600/1', fraction: '30000/1001' },
      { rate: 60, claimed: undefined, fraction: '60/1' },
      { rate: 12.5, claimed: undefined, fraction: '12500/1000' },
      { rate: 0.2, claimed: '90000/1', fraction: '200/1000' },
      { rate: 15, claimed: 'x/y', fraction: '15000/1000' },
    ])
    .run(({ assert }, { rate, claimed, fraction }) => {
      const measured = measureFrameRate({ ...STREAM, avg_frame_rate: claimed }, steady(rate))

      assert.equal(measured.frameRateFraction, fraction)
      assert.closeTo(measured.frameRate, rate, rate * 0.0005)
      assert.isFalse(measured.isVariableFrameRate)
    })

  test('{unevenSteps} of the steps uneven in {packets} pictures: variable {expected}')
    .with([
      { unevenSteps: 0, packets: 100, expected: false },
      { unevenSteps: 0.03, packets: 100, expected: false },
      { unevenSteps: 0.04, packets: 100, expected: true },
      { unevenSteps: 1, packets: 3, expected: false },
      { unevenSteps: 0.5, packets: 4, expected: true },
    ])
    .run(({ assert }, { unevenSteps, packets, expected }) => {
      const measured = measureFrameRate(STREAM, { ...steady(25, packets), unevenSteps })

      assert.equal(measured.isVariableFrameRate, expected)
    })

  test('one picture has the rate that is claimed where that can be, else a usual one')
    .with([
      { claimed: '30/1', expected: 30 },
      { claimed: '90000/1', expected: 25 },
      { claimed: undefined, expected: 25 },
    ])
    .run(({ assert }, { claimed, expected }) => {
      const one = span({ packets: 1, durationS: 0, evenStepS: 0 })

      assert.equal(
        measureFrameRate({ ...STREAM, avg_frame_rate: claimed }, one).frameRate,
        expected
      )
    })
})

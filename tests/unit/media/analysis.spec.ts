import { test } from '@japa/runner'
import { ColourCounter } from '#media/analysis/colour_histogram'
import { readLoudness } from '#media/analysis/loudness'

const summary = (integrated: string, range: string, peak: string) => `
[Parsed_ebur128_0 @ 0x5] Summary:

  Integrated loudness:
    I:         ${integrated} LUFS
    Threshold: -33.2 LUFS

  Loudness range:
    LRA:         ${range} LU
    Threshold: -43.2 LUFS
    LRA low:   -30.1 LUFS
    LRA high:  -19.9 LUFS

  True peak:
    Peak:       ${peak} dBFS
`

test.group('readLoudness', () => {
  test('reads integrated loudness, range and peak', ({ assert }) => {
    const loudness = readLoudness(summary('-23.0', '10.2', '-1.4'))

    assert.deepEqual(loudness, { integratedLufs: -23, rangeLu: 10.2, truePeakDb: -1.4 })
  })

  test('silence has neither loudness nor peak', ({ assert }) => {
    const loudness = readLoudness(summary('-70.0', '0.0', '-inf'))

    assert.deepEqual(loudness, { integratedLufs: null, rangeLu: null, truePeakDb: null })
  })

  test('no summary is no measurement', ({ assert }) => {
    assert.isNull(readLoudness('Conversion failed!'))
  })
})

test.group('ColourCounter', () => {
  test('counts pixels that come in pieces', ({ assert }) => {
    const counter = new ColourCounter()

    counter.add(Buffer.from([255, 0]))
    counter.add(Buffer.from([0, 0, 0, 255, 255]))
    counter.add(Buffer.from([0, 0, 8, 8, 8]))

    const { red, blue, luma } = counter.histogram()!
    assert.equal(red[63], 0.5)
    assert.equal(blue[63], 0.25)
    assert.equal(luma[2], 0.25)
  })

  test('each list sums to one', ({ assert }) => {
    const counter = new ColourCounter()
    counter.add(Buffer.from(Array.from({ length: 768 }, (_, n) => n % 256)))

    for (const { length, ...shares } of Object.values(counter.histogram()!).filter(Array.isArray)) {
      assert.equal(length, 64)
      const sum = Object.values(shares).reduce((total, share) => total + share, 0)
      assert.closeTo(sum, 1, 0.0001)
    }
  })

  test('no pixel is no histogram', ({ assert }) => {
    assert.isNull(new ColourCounter().histogram())
  })
})

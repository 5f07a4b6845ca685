import { test } from '@japa/runner'
import { drawHistogram, drawLoudness } from '#http/controllers/admin/analysis_plots'
import { loudness, tracks } from '#http/words/media'

const bins = (share: number) => new Array<number>(64).fill(share)

test.group('drawHistogram', () => {
  test('the tallest bin reaches the top, an empty one the bottom', ({ assert }) => {
    const red = bins(0).with(10, 0.64)
    const colours = { frames: 1, red, green: bins(0), blue: bins(0), luma: bins(0.01) }

    const plot = drawHistogram(colours)

    const points = plot.red.slice(1).split(' ')
    assert.lengthOf(points, 64)
    assert.equal(points[10].split(',')[1], '2.0')
    assert.equal(points[11].split(',')[1], '96.0')
    assert.match(plot.luma, /^M0,96 .* 256,96Z$/)
  })
})

test.group('drawLoudness', () => {
  test('puts 0 at the right end and the quietest at the left', ({ assert }) => {
    const place = (integratedLufs: number | null) =>
      drawLoudness({ integratedLufs, rangeLu: 1, truePeakDb: 3 })

    assert.deepEqual(
      [0, -24, -48, -60].map((lufs) => place(lufs).x),
      [256, 128, 0, 0]
    )
    assert.isNull(place(null).x)
    assert.equal(place(null).peakX, 256)
  })
})

test.group('Words for sound', () => {
  test('silence is called silence', ({ assert }) => {
    const silence = { integratedLufs: null, rangeLu: null, truePeakDb: null }

    assert.equal(loudness(silence), 'silence')
    assert.equal(
      loudness({ integratedLufs: -23, rangeLu: 4, truePeakDb: -1.25 }),
      '−23.0 LUFS, range 4.0 LU, true peak −1.3 dBTP'
    )
  })

  test('a track without language and title has its number', ({ assert }) => {
    const list = [
      { language: 'eng', title: null },
      { language: 'deu', title: 'Kommentar' },
      { language: null, title: null },
    ]

    assert.equal(tracks(list), 'eng, deu (Kommentar), track 3')
  })
})

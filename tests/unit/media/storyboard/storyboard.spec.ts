import { test } from '@japa/runner'
import { planStoryboard } from '#media/storyboard/plan_storyboard'
import { placeOf, sheetLayout } from '#media/storyboard/sheet_layout'
import { storyboardVtt, vttTime } from '#media/storyboard/storyboard_vtt'
import { mediaInfo, span } from '#tests/fixtures/media_infos'

const RECIPE = { tileWidth: 160, columns: 10, maxTiles: 400 }
const lasting = (durationS: number) => planStoryboard(mediaInfo({ durationS }), RECIPE, true)

test.group('planStoryboard', () => {
  test('takes a tile a second as long as they are few enough, then fewer: {$self}')
    .with([
      [0.04, 1],
      [60, 1],
      [400, 1],
      [401, 2],
      [3600, 10],
      [7200, 20],
      [24_000, 60],
      [36_000, 90],
    ])
    .run(({ assert }, [durationS, everyS]) => {
      assert.equal(lasting(durationS).everyS, everyS)
      assert.isAtMost(Math.ceil(durationS / everyS), RECIPE.maxTiles)
    })

  test('keeps the shape in a square of the asked side: {$self}')
    .with([
      [1920, 1080, 160, 90],
      [1080, 1920, 90, 160],
      [4096, 16, 160, 2],
      [2, 2, 160, 160],
    ])
    .run(({ assert }, [width, height, tileWidth, tileHeight]) => {
      const planned = planStoryboard(mediaInfo({ video: { width, height } }), RECIPE, false)

      assert.deepEqual(planned.tile, { width: tileWidth, height: tileHeight })
    })

  test('decodes key frames only where it is long and nothing else decodes it', ({ assert }) => {
    const long = mediaInfo({ durationS: 600 })

    assert.isTrue(planStoryboard(long, RECIPE, true).isKeyFramesOnly)
    assert.isFalse(planStoryboard(long, RECIPE, false).isKeyFramesOnly)
    assert.isFalse(lasting(30).isKeyFramesOnly)
  })

  test('key frames suffice where there is one for every other tile', ({ assert }) => {
    const planned = (keyPackets?: number) => {
      const spans = [span({ index: 0, keyPackets })]
      return planStoryboard(mediaInfo({ durationS: 1000, spans }), RECIPE, true)
    }
    const tiles = 1000 / planned().everyS
    assert.isFalse(planned(1).isKeyFramesOnly)
    assert.isFalse(planned(Math.ceil(tiles / 2) - 1).isKeyFramesOnly)
    assert.isTrue(planned(Math.ceil(tiles / 2)).isKeyFramesOnly)
    assert.isTrue(planned(undefined).isKeyFramesOnly)
  })
})

test.group('sheetLayout', () => {
  test('is no larger than the tiles need: {$self}')
    .with([
      [1, 1, 1, 1],
      [7, 7, 1, 1],
      [10, 10, 1, 1],
      [11, 10, 2, 1],
      [100, 10, 10, 1],
      [101, 10, 10, 2],
      [400, 10, 10, 4],
    ])
    .run(({ assert }, [tiles, columns, rows, sheets]) => {
      assert.deepEqual(sheetLayout(tiles, { columns: 10, rows: 10 }), { columns, rows, sheets })
    })

  test('fills rows first, then sheets', ({ assert }) => {
    const layout = { columns: 10, rows: 10, sheets: 2 }

    assert.deepEqual(placeOf(0, layout), { sheet: 0, column: 0, row: 0 })
    assert.deepEqual(placeOf(19, layout), { sheet: 0, column: 9, row: 1 })
    assert.deepEqual(placeOf(100, layout), { sheet: 1, column: 0, row: 0 })
  })
})

test.group('storyboardVtt', () => {
  const tile = { width: 160, height: 90 }

  test('says of each tile from when to when, and where it lies', ({ assert }) => {
    const layout = { columns: 2, rows: 1, sheets: 2 }
    const vtt = storyboardVtt({ timesS: [0.5, 2.002, 4], durationS: 5.5, tile, layout })

    assert.deepEqual(vtt.split('\n'), [
      'WEBVTT',
      '',
      '00:00:00.000 --> 00:00:02.002',
      'storyboard-1.jpg#xywh=0,0,160,90',
      '',
      '00:00:02.002 --> 00:00:04.000',
      'storyboard-1.jpg#xywh=160,0,160,90',
      '',
      '00:00:04.000 --> 00:00:05.500',
      'storyboard-2.jpg#xywh=0,0,160,90',
      '',
    ])
  })

  test('no cue is without length', ({ assert }) => {
    const layout = { columns: 1, rows: 1, sheets: 1 }

    assert.include(
      storyboardVtt({ timesS: [0], durationS: 0, tile, layout }),
      '00:00:00.000 --> 00:00:00.001'
    )
  })

  test('{$self} is told as players read it')
    .with([
      [0, '00:00:00.000'],
      [59.9996, '00:01:00.000'],
      [3661.25, '01:01:01.250'],
      [360_000, '100:00:00.000'],
    ] as [number, string][])
    .run(({ assert }, [seconds, text]) => {
      assert.equal(vttTime(seconds), text)
    })
})

import { join } from 'node:path'
import { test } from '@japa/runner'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import * as torture from '#tests/fixtures/torture_clips'
import { throughEngine } from '#tests/integration/media/engine_run'
import * as frames from '#tests/integration/media/frames'
import * as see from '#tests/integration/media/pictures'

const UNTOUCHED = recipe([
  renditionRecipe({
    video: {
      policy: 'copy_if_web_safe',
      ...{ maxShortSide: null, maxLongSide: null, maxBitRate: null },
    },
  }),
])
const WAYS = { 'encoded': undefined, 'left as it is': UNTOUCHED }

/** What the corners of the first picture show, row by row. */
async function cornersOf(path: string): Promise<string> {
  const [first] = await frames.framesOf(path, { channels: 3, most: 1 })
  return Object.values(frames.QUADRANTS)
    .map((corner) => nameOf(frames.colour(first, corner)))
    .join(' ')
}

function nameOf({ red, green, blue }: see.Colour): string {
  const isOn = [red, green, blue].map((value) => (value > 200 ? '1' : value < 60 ? '0' : '?'))
  const names: Record<string, string> = { 100: 'red', '010': 'green', '001': 'blue', 111: 'white' }
  return names[isOn.join('')] ?? isOn.join('')
}

const UPRIGHT = 'red green blue white'

test.group('engine, turned pictures', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  const turns = [
    { turn: 'no matrix', matrix: [1, 0, 0, 1], expected: UPRIGHT, size: [160, 96] },
    { turn: '90', matrix: [0, 1, -1, 0], expected: 'blue red white green', size: [96, 160] },
    { turn: '180', matrix: [-1, 0, 0, -1], expected: 'white blue green red', size: [160, 96] },
    { turn: '270', matrix: [0, -1, 1, 0], expected: 'green white red blue', size: [96, 160] },
    { turn: 'mirrored', matrix: [-1, 0, 0, 1], expected: 'green red white blue', size: [160, 96] },
    {
      turn: 'upside down',
      matrix: [1, 0, 0, -1],
      expected: 'blue white red green',
      size: [160, 96],
    },
  ]

  for (const [way, wanted] of Object.entries(WAYS)) {
    test(`corners stand where a player shows them, ${way}: {turn}`)
      .with(turns)
      .run(async ({ assert, fs }, { matrix, expected, size }) => {
        const source = await torture.withMatrix(await torture.cornersClip(fs.basePath), matrix)

        const { result, poster, plan, proofs } = await throughEngine(source, wanted)

        assert.equal(await cornersOf(result), expected)
        assert.deepEqual([proofs[0].width, proofs[0].height], size)
        if (plan.poster) assert.equal(await cornersOf(poster), expected)
      })
  }
})

test.group('engine, sizes and shapes', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('a picture of {width}x{height} comes out {expected} and in its colour')
    .with([
      { width: 1, height: 1, expected: '2x2' },
      { width: 33, height: 17, expected: '32x16' },
      { width: 4000, height: 6, expected: '1280x2' },
      { width: 6, height: 4000, expected: '2x1280' },
      { width: 1, height: 64, expected: '2x64' },
    ])
    .run(async ({ assert, fs }, { width, height, expected }) => {
      const size = `scale=${width}:${height}:flags=neighbor,setsar=1`
      const source = await makeClip(join(fs.basePath, 'tiny.mkv'), [
        ...['-f', 'lavfi', '-i', `color=0x3060C0:s=64x64:r=25:d=0.2,format=bgr0,${size}`],
        ...['-c:v', 'ffv1'],
      ])

      const { result, poster } = await throughEngine(source)

      const [video] = await see.streamsOf(result)
      assert.equal(`${video.width}x${video.height}`, expected)
      for (const path of [result, poster]) {
        const { red, green, blue } = await see.meanColour(path, see.WHOLE)
        assert.closeTo(red, 0x30, 12)
        assert.closeTo(green, 0x60, 12)
        assert.closeTo(blue, 0xc0, 12)
      }
    })

  test('a circle stays round: pixels of {aspect} in {size}')
    .with([
      { aspect: '1/1', size: '320:180' },
      { aspect: '4/3', size: '240:180' },
      { aspect: '2/3', size: '480:180' },
      { aspect: '16/15', size: '300:180' },
    ])
    .run(async ({ assert, fs }, { aspect, size }) => {
      const { result, poster } = await throughEngine(
        await torture.discClip(fs.basePath, aspect, size)
      )

      for (const path of [result, poster]) {
        const [picture] = await frames.framesOf(path, { most: 1 })
        const { width, height } = frames.lightBox(picture)
        assert.closeTo(width / height, 1, 0.04)
        assert.closeTo(width, 120, 6)
      }
    })

  test('a circle stays round where wide pixels are turned too', async ({ assert, fs }) => {
    const lying = await torture.discClip(fs.basePath, '4/3', '240:180')
    const source = await torture.withMatrix(lying, [0, 1, -1, 0])

    const { result } = await throughEngine(source)

    const [picture] = await frames.framesOf(result, { most: 1 })
    const { width, height } = frames.lightBox(picture)
    assert.deepEqual([picture.width, picture.height], [180, 320])
    assert.closeTo(width / height, 1, 0.04)
  })

  test('colours survive {pixels}')
    .with([
      { pixels: 'yuv444p10le' },
      { pixels: 'yuv422p10le' },
      { pixels: 'yuv420p10le' },
      { pixels: 'yuv444p' },
      { pixels: 'gbrp' },
      { pixels: 'yuvj420p' },
    ])
    .run(async ({ assert, fs }, { pixels }) => {
      const encoder = pixels === 'gbrp' ? 'libx264rgb' : 'libx264'
      const format = pixels === 'gbrp' ? 'rgb24' : pixels
      const encode = ['-c:v', encoder, '-preset', 'ultrafast', '-pix_fmt', format]

      const { result } = await throughEngine(await torture.cornersClip(fs.basePath, encode))

      const [video] = await see.streamsOf(result)
      assert.deepInclude(video, { pix_fmt: 'yuv420p', profile: 'High', color_space: 'bt709' })
      assert.equal(await cornersOf(result), UPRIGHT)
    })
})

test.group('engine, light', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('greys of {$self} keep their order, the middle in the middle, white nearly white')
    .with(['smpte2084', 'arib-std-b67'] as const)
    .run(async ({ assert, fs }, transfer) => {
      const { result, poster } = await throughEngine(
        await torture.greyBarsClip(fs.basePath, transfer)
      )

      const marks = { color_space: 'bt709', color_transfer: 'bt709', color_primaries: 'bt709' }
      assert.deepInclude((await see.streamsOf(result))[0], { ...marks, pix_fmt: 'yuv420p' })
      for (const path of [result, poster]) {
        const bars = await barsOf(path)
        const [black, dark, middle, paper, brightest] = bars.map(({ green }) => green)
        assert.isBelow(black, 12)
        assert.isAbove(dark, black + 3)
        assert.isAbove(middle, 60)
        assert.isBelow(middle, 150)
        assert.isAbove(paper, 140)
        assert.isAbove(brightest, Math.max(200, paper + 8))
        for (const { red, green, blue } of bars) {
          assert.isBelow(Math.max(red, green, blue) - Math.min(red, green, blue), 8)
        }
      }
    })

  async function barsOf(path: string): Promise<see.Colour[]> {
    const [first] = await frames.framesOf(path, { channels: 3, most: 1 })
    return [0, 1, 2, 3, 4].map((n) =>
      frames.colour(first, { x: n * 0.2 + 0.05, y: 0.2, width: 0.1, height: 0.6 })
    )
  }

  test('no poster is black where something comes after a black start', async ({ assert, fs }) => {
    const { poster } = await throughEngine(await clips.blackStartClip(fs.basePath))

    const [picture] = await frames.framesOf(poster)
    assert.isAbove(frames.mean(picture), 80)
    assert.isAbove(frames.variance(picture), 500)
  })
})

test.group('engine, rhythm', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('no comb is left of two woven moments: {order}, marked {isMarked}')
    .with([
      { order: 'tff', isMarked: true },
      { order: 'bff', isMarked: true },
      { order: 'tff', isMarked: false },
    ] as const)
    .run(async ({ assert, fs }, { order, isMarked }) => {
      const source = await torture.wovenClip(fs.basePath, order, isMarked)

      const { result } = await throughEngine(source)

      const before = await combOf(source)
      const after = await combOf(result)
      assert.isAbove(before, 1.5)
      assert.isBelow(after, 1)
      assert.lengthOf(await see.picturesAt(result), 50)
    })

  async function combOf(path: string): Promise<number> {
    const pictures = await frames.framesOf(path, { most: 20 })
    return frames.combing(pictures[10])
  }

  test('one picture stays one picture', async ({ assert, fs }) => {
    const source = await torture.cornersClip(fs.basePath, [...torture.H264, '-frames:v', '1'])

    const { result, poster } = await throughEngine(source)

    assert.lengthOf(await frames.framesOf(result), 1)
    assert.equal(await cornersOf(result), UPRIGHT)
    assert.equal(await cornersOf(poster), UPRIGHT)
  })

  test('of {rate} pictures a second {kept} are kept, each at its moment')
    .with([
      { rate: 24, kept: 24, stepMs: 42 },
      { rate: 50, kept: 50, stepMs: 20 },
      { rate: 60, kept: 60, stepMs: 17 },
      { rate: 120, kept: 60, stepMs: 17 },
      { rate: 240, kept: 60, stepMs: 17 },
    ])
    .run(async ({ assert, fs }, { rate, kept, stepMs }) => {
      const light = `geq=lum='if(lt(X,T*300),235,16)':cb=128:cr=128`
      const source = await makeClip(join(fs.basePath, 'fast.mp4'), [
        ...['-f', 'lavfi', '-i', `color=black:s=320x64:r=${rate}:d=1,${light}`, ...torture.H264],
      ])

      const { result } = await throughEngine(source)

      const moments = await see.picturesAt(result)
      assert.lengthOf(moments, kept)
      const pictures = await frames.framesOf(result)
      moments.slice(1).forEach((atS, n) => {
        assert.closeTo((atS - moments[n]) * 1000, stepMs, 1.5)
        assert.closeTo(frames.lightBox(pictures[n + 1]).width / 300, atS, 0.025)
      })
    })

  test('uneven pictures show what they showed at each moment', async ({ assert, fs }) => {
    const light = `geq=lum='if(lt(X,T*300),235,16)':cb=128:cr=128`
    const uneven = "select='not(mod(n,3))+not(mod(n,7))+lt(n,5)'"
    const source = await makeClip(join(fs.basePath, 'uneven.mp4'), [
      ...['-f', 'lavfi', '-i', `color=black:s=320x64:r=30:d=1,${light},${uneven}`],
      ...[...torture.H264, '-bf', '0', '-fps_mode', 'passthrough', '-enc_time_base', '1:90000'],
    ])

    const { result, info } = await throughEngine(source)

    const moments = await see.picturesAt(result)
    const pictures = await frames.framesOf(result)
    assert.deepInclude(info.video, { isVariableFrameRate: true })
    assert.equal(moments.length, pictures.length)
    moments.slice(1).forEach((atS, n) => {
      assert.isAbove(atS, moments[n])
      assert.closeTo(frames.lightBox(pictures[n + 1]).width / 300, atS, 0.01)
    })
  })

  test('a cover picture and words are not the video', async ({ assert, fs }) => {
    const { result, info } = await throughEngine(await torture.crowdedClip(fs.basePath))

    const streams = await see.streamsOf(result)
    assert.isTrue(info.hasCoverArt && info.hasSubtitles)
    assert.deepEqual(
      streams.map((stream) => stream.codec_name),
      ['h264']
    )
    assert.equal(await cornersOf(result), UPRIGHT)
    assert.lengthOf(await frames.framesOf(result), 10)
  })
})

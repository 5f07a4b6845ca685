import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { DEFAULT_PRESETS } from '#presets/default_presets'
import { normaliseRecipe } from '#media/recipe/stored_recipe'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { make, operate } from '#tests/integration/media/operation_run'
import * as see from '#tests/integration/media/pictures'

const preset = (name: string) => DEFAULT_PRESETS.find((one) => one.name === name)!.recipe
const spread = ({ red, green, blue }: see.Colour) =>
  Math.max(red, green, blue) - Math.min(red, green, blue)
const CORNER = { x: 0.72, y: 0.82, width: 0.26, height: 0.15 }
const OPPOSITE = { x: 0.02, y: 0.03, width: 0.26, height: 0.15 }

const solid = (folder: string, colour: string, name = 'solid.mp4') =>
  makeClip(join(folder, name), [
    ...['-f', 'lavfi', '-i', `color=${colour}:s=320x180:r=25:d=1`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'],
  ])

test.group('operations, formats', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
  })

  test('converts to {format} with {video} and {audio}')
    .with([
      { format: 'mp4', video: 'h264', audio: 'aac' },
      { format: 'mkv', video: 'h264', audio: 'aac' },
      { format: 'mov', video: 'h264', audio: 'aac' },
      { format: 'webm', video: 'vp9', audio: 'opus' },
    ])
    .run(async ({ assert, fs }, { format, video, audio }) => {
      const { result, planned } = await operate(await clips.landscapeClip(fs.basePath), 'convert', {
        format,
      })

      const streams = await see.streamsOf(result)
      assert.deepEqual(
        streams.map((stream) => stream.codec_name),
        [video, audio]
      )
      assert.equal(planned.container, format)
      assert.lengthOf(await see.picturesAt(result), 25)
    })

  test('a GIF moves twelve times a second in its own colours', async ({ assert, fs }) => {
    const { result } = await operate(await solid(fs.basePath, 'red'), 'convert', { format: 'gif' })

    const [stream] = await see.streamsOf(result)
    assert.deepInclude(stream, { codec_name: 'gif', width: 320, height: 180 })
    assert.closeTo((await see.picturesAt(result)).length, 12, 1)
    const { red, green, blue } = await see.meanColour(result, see.WHOLE)
    assert.isAbove(red, 240)
    assert.isBelow(green + blue, 30)
  })

  test('a WebP animation holds every picture', async ({ assert, fs }) => {
    const { result } = await operate(await clips.landscapeClip(fs.basePath), 'convert', {
      format: 'webp',
    })

    const bytes = (await readFile(result)).toString('latin1')
    assert.equal(bytes.slice(0, 4) + bytes.slice(8, 12), 'RIFFWEBP')
    assert.closeTo(bytes.split('ANMF').length - 1, 15, 1)
  })

  test('takes the sound alone as {format}')
    .with([
      { format: 'mp3', codec: 'mp3' },
      { format: 'm4a', codec: 'aac' },
      { format: 'opus', codec: 'opus' },
      { format: 'wav', codec: 'pcm_s16le' },
    ])
    .run(async ({ assert, fs }, { format, codec }) => {
      const { result } = await operate(await clips.landscapeClip(fs.basePath), 'extract_audio', {
        format,
      })

      const streams = await see.streamsOf(result)
      assert.deepEqual(
        streams.map((stream) => stream.codec_name),
        [codec]
      )
      assert.closeTo(Number(streams[0].duration), 1, 0.1)
    })

  test('brings quiet sound to the usual loudness', async ({ assert, fs }) => {
    const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-af', 'volume=-20dB', '-c:a', 'aac']
    const quiet = await clips.landscapeClip(fs.basePath, { durationS: 6, encode })

    const { result } = await operate(quiet, 'extract_audio', { format: 'wav', normalise: true })

    assert.isAbove(await see.meanVolume(result), (await see.meanVolume(quiet)) + 10)
  })

  test('a thumbnail as {format} is one picture of that width')
    .with([
      { format: 'jpg', codec: 'mjpeg' },
      { format: 'png', codec: 'png' },
      { format: 'webp', codec: 'webp' },
      { format: 'avif', codec: 'av1' },
    ])
    .run(async ({ assert, fs }, { format, codec }) => {
      const source = await clips.landscapeClip(fs.basePath)

      const { result, folder } = await operate(source, 'thumbnail', { format, width: 320 })

      const [stream] = await see.streamsOf(result)
      assert.deepInclude(stream, { codec_name: codec, width: 320, height: 180 })
      assert.deepEqual(await readdir(folder), [`thumbnail_${format}.${format}`])
    })

  test('a thumbnail shows the moment asked for, or one that is not black', async ({
    assert,
    fs,
  }) => {
    const source = await clips.blackStartClip(fs.basePath)

    const black = await operate(source, 'thumbnail', { format: 'png', atS: 0.5 })
    const telling = await operate(source, 'thumbnail', { format: 'png' })
    const late = await operate(source, 'thumbnail', { format: 'jpg', atS: 3 })

    const sum = ({ red, green, blue }: see.Colour) => red + green + blue
    assert.isBelow(sum(await see.meanColour(black.result, see.WHOLE)), 20)
    assert.isAbove(sum(await see.meanColour(telling.result, see.WHOLE)), 200)
    assert.isAbove(sum(await see.meanColour(late.result, see.WHOLE)), 200)
  })

  test('stills keep their colours as {$self}')
    .with(['jpg', 'png'])
    .run(async ({ assert, fs }, format) => {
      const { result } = await operate(await solid(fs.basePath, '0x30A040'), 'thumbnail', {
        format,
      })

      const { red, green, blue } = await see.meanColour(result, see.WHOLE)
      assert.closeTo(red, 0x30, 6)
      assert.closeTo(green, 0xa0, 6)
      assert.closeTo(blue, 0x40, 6)
    })
})

test.group('operations, codecs', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
  })

  test('the preset {name} makes {video} and {audio}')
    .with([
      { name: 'webm_720p', video: 'vp9', audio: 'opus' },
      { name: 'av1_720p', video: 'av1', audio: 'aac' },
      { name: '480p', video: 'h264', audio: 'aac' },
    ])
    .run(async ({ assert, fs }, { name, video, audio }) => {
      const recipe = { ...preset(name), poster: null }

      const { results } = await make(await clips.landscapeClip(fs.basePath), recipe)

      const streams = await see.streamsOf(results[0])
      assert.deepEqual(
        streams.map((stream) => stream.codec_name),
        [video, audio]
      )
      assert.lengthOf(await see.picturesAt(results[0]), 25)
    })

  test('falls back from AV1 to H.264 where it failed, and says so', async ({ assert, fs }) => {
    const { plan, results } = await make(
      await clips.landscapeClip(fs.basePath),
      { ...preset('av1_720p'), poster: null },
      { plan: { withoutCodecs: ['av1'] } }
    )

    const [video] = await see.streamsOf(results[0])
    assert.equal(video.codec_name, 'h264')
    assert.include(plan.renditions[0].reason, 'AV1 passed over: it failed on this source')
  })

  test('falls back from VP9 to H.264 in MP4 where libvpx is missing', async ({ assert, fs }) => {
    const abilities = { encoders: ['libx264', 'aac', 'libopus'], filters: [] }

    const { plan, results } = await make(
      await clips.landscapeClip(fs.basePath),
      { ...preset('webm_720p'), poster: null },
      { plan: { abilities } }
    )

    assert.match(results[0], /webm_720p\.mp4$/)
    assert.include(plan.renditions[0].reason, 'lacks libvpx-vp9')
    assert.include(plan.renditions[0].reason, 'MP4 instead')
  })

  test('keeps the moments of an unsteady source in {$self}')
    .with(['mkv', 'webm'])
    .run(async ({ assert, fs }, format) => {
      const source = await clips.variableRateClip(fs.basePath)

      const { result } = await operate(source, 'convert', { format })

      const expected = await see.picturesAt(source)
      const got = await see.picturesAt(result)
      assert.equal(got.length, expected.length)
      expected.forEach((atS, n) => assert.closeTo(got[n], atS - expected[0], 0.003))
    })

  test('one run makes a video, sound, an animation and a still of one source', async ({
    assert,
    fs,
  }) => {
    const recipe = normaliseRecipe({
      renditions: [
        { name: 'grey', video: { policy: 'encode', filters: [{ kind: 'grayscale' }] }, audio: {} },
        { name: 'small', video: { policy: 'encode', maxShortSide: 90 }, audio: {} },
        { name: 'sound', container: 'mp3', audio: { codecs: ['mp3'] } },
        { name: 'moves', container: 'gif', video: { codecs: ['gif'], policy: 'encode' } },
        {
          name: 'still',
          container: 'png',
          video: { codecs: ['png'], policy: 'encode' },
          still: { atS: 0.5 },
        },
      ],
      poster: { width: 320, atS: null },
    })

    const { results, folder } = await make(await solid(fs.basePath, 'red'), recipe)

    assert.sameMembers(await readdir(folder), [
      ...['grey.mp4', 'small.mp4', 'moves.gif', 'still.png', 'poster.jpg'],
    ])
    const grey = await see.meanColour(results[0], see.WHOLE)
    assert.isBelow(spread(grey), 8)
    for (const path of results.slice(1)) {
      assert.isAbove((await see.meanColour(path, see.WHOLE)).red, 230)
    }
  })
})

test.group('operations, sizes and parts', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
  })

  test('resize fits a portrait into the box laid upright', async ({ assert, fs }) => {
    const source = await clips.silentClip(fs.basePath, { width: 360, height: 640 })

    const { result } = await operate(source, 'resize', { width: 320, height: 180 })

    assert.deepInclude((await see.streamsOf(result))[0], { width: 180, height: 320 })
  })

  test('compress makes a rich clip smaller and leaves a poor one alone', async ({ assert, fs }) => {
    const source = await clips.landscapeClip(fs.basePath, { durationS: 2 })
    const poor = await solid(fs.basePath, 'gray', 'poor.mp4')

    const rich = await operate(source, 'compress')
    const left = await operate(poor, 'compress')

    assert.isBelow((await stat(rich.result)).size, (await stat(source)).size * 0.8)
    assert.equal(left.planned.decision, 'remux')
  })

  test('trim keeps exactly the part between two moments', async ({ assert, fs }) => {
    const source = await clips.blackStartClip(fs.basePath)

    const { result, planned } = await operate(source, 'trim', { startS: 2.2, endS: 3.2 })

    const moments = await see.picturesAt(result)
    assert.closeTo(moments.length, 25, 1)
    assert.closeTo(moments[0], 0, 0.05)
    assert.closeTo(planned.durationS, 1, 0.001)
    assert.isAbove((await see.meanColour(result, see.WHOLE)).green, 60)
  })

  test('trim keeps sound and pictures in step', async ({ assert, fs }) => {
    const source = await clips.landscapeClip(fs.basePath, { durationS: 3 })

    const { result } = await operate(source, 'trim', { startS: 0.4, endS: 1.9 })

    const [video, audio] = await see.streamsOf(result)
    assert.closeTo(Number(video.duration), 1.5, 0.05)
    assert.closeTo(Number(audio.duration), 1.5, 0.05)
    assert.closeTo(Number(video.start_time), Number(audio.start_time), 0.03)
  })

  test('a source of very low rate does not grow', async ({ assert, fs }) => {
    const encode = [
      ...['-vf', 'scale=176:144', '-c:v', 'mpeg4', '-b:v', '40k', '-r', '10'],
      ...['-c:a', 'aac', '-b:a', '12k', '-ar', '8000', '-ac', '1', '-shortest'],
    ]
    const source = await clips.landscapeClip(fs.basePath, { durationS: 10, encode })

    const { results } = await make(source, { ...preset('medium'), poster: null })

    assert.isAtMost((await stat(results[0])).size, (await stat(source)).size * 1.05)
  })
})

test.group('operations, changes of the picture', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
  })

  const colourOf = async (folder: string, name: string, parameters = {}) => {
    const { result } = await operate(await solid(folder, '0x4060A0'), name, parameters)
    return see.meanColour(result, see.WHOLE)
  }

  test('grayscale takes the colours out', async ({ assert, fs }) => {
    assert.isBelow(spread(await colourOf(fs.basePath, 'grayscale')), 6)
  })

  test('sepia makes blue brown', async ({ assert, fs }) => {
    const { red, green, blue } = await colourOf(fs.basePath, 'sepia')

    assert.isAbove(red, green)
    assert.isAbove(green, blue)
    assert.closeTo(red, 0x40 * 0.34 + 0x60 * 0.665 + 0xa0 * 0.163, 8)
  })

  test('adjust changes light and colour', async ({ assert, fs }) => {
    const plain = { red: 0x40, green: 0x60, blue: 0xa0 }

    const light = await colourOf(fs.basePath, 'adjust', { brightness: 0.2 })
    const dull = await colourOf(fs.basePath, 'adjust', { saturation: 0.2 })

    assert.isAbove(light.green, plain.green + 30)
    assert.isBelow(spread(dull), spread(plain) / 2)
  })

  test('{name} leaves every picture in place')
    .with([{ name: 'denoise' }, { name: 'stabilise' }, { name: 'deinterlace' }])
    .run(async ({ assert, fs }, { name }) => {
      const { result } = await operate(await clips.silentClip(fs.basePath), name)

      assert.lengthOf(await see.picturesAt(result), 25)
      assert.isAbove((await see.meanColour(result, see.WHOLE)).green, 60)
    })

  test('filters follow each other', async ({ assert, fs }) => {
    const filters = 'denoise:0.3, enhance, sepia, blur:0.2, grayscale'

    const colour = await colourOf(fs.basePath, 'filter', { filters })

    assert.isBelow(spread(colour), 6)
  })

  test('writes a text into its corner and nowhere else')
    .with([{ text: 'Mediakeep' }, { text: `It's 100%: [a],b;c\\d "e" \n äöü %{pts}` }])
    .run(async ({ assert, fs }, { text }) => {
      const source = await solid(fs.basePath, 'black')

      const { result } = await operate(source, 'watermark', { text, size: 0.12, opacity: 1 })

      assert.isAbove((await see.meanColour(result, CORNER)).green, 5)
      assert.isBelow((await see.meanColour(result, OPPOSITE)).green, 4)
    })

  test('lays a picture over every rung at its own size', async ({ assert, fs }) => {
    const watermarkPath = await clips.picturePng(fs.basePath)
    const source = await solid(fs.basePath, 'black')
    const filter = { kind: 'image', corner: 'bottom_right', size: 0.3, opacity: 1 } as const
    const video = { policy: 'encode' as const, filters: [filter] }
    const recipe = normaliseRecipe({
      renditions: [
        { name: 'large', video },
        { name: 'small', video: { ...video, maxShortSide: 90 } },
      ],
    })

    const { results } = await make(source, recipe, { paths: { watermarkPath } })

    for (const path of results) {
      assert.isAbove((await see.meanColour(path, CORNER, 0.8)).green, 60)
      assert.isBelow((await see.meanColour(path, OPPOSITE, 0.8)).green, 4)
      assert.lengthOf(await see.picturesAt(path), 25)
    }
  })
})

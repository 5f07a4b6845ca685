import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { OPERATIONS } from '#media/operations/operations'
import { probe } from '#media/probe/probe'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import * as torture from '#tests/fixtures/torture_clips'
import { throughEngine } from '#tests/integration/media/engine_run'
import { operate } from '#tests/integration/media/operation_run'
import * as see from '#tests/integration/media/pictures'
import * as hear from '#tests/integration/media/sounds'

/** Between flash and beep nobody sees a difference below this. */
const IN_STEP_S = 0.04

const CONVERTED = (format: string) => (path: string) => operate(path, 'convert', { format })

test.group('engine, flash and beep', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  const mp4 = { name: 'clapper.mp4' }
  const h264 = torture.H264
  const early = ['-output_ts_offset', '-0.4', '-avoid_negative_ts', 'disabled']
  const uneven = "select='not(mod(n,3))+not(mod(n,5))'"
  const sources = [
    { source: 'a plain MP4', clapper: mp4 },
    { source: '29.97 a second', clapper: { ...mp4, rate: '30000/1001' } },
    { source: '120 a second', clapper: { ...mp4, rate: '120' } },
    { source: 'a transport stream', clapper: { name: 'clapper.ts' } },
    {
      source: 'an AVI with MP3',
      clapper: { name: 'clapper.avi', encode: [...h264, '-bf', '0', '-c:a', 'mp3'] },
    },
    {
      source: 'a WebM',
      clapper: { name: 'c.webm', encode: ['-c:v', 'libvpx', '-b:v', '1M', '-c:a', 'libopus'] },
    },
    {
      source: 'a Matroska that begins before zero',
      clapper: {
        name: 'c.mkv',
        encode: ['-c:v', 'mpeg4', '-q:v', '2', '-c:a', 'mp2', ...early],
      },
    },
    { source: 'sound that lasts a second longer', clapper: { ...mp4, soundS: 3 } },
    { source: 'sound that ends before the pictures', clapper: { ...mp4, picturesS: 3 } },
    {
      source: 'sound of 11,025 samples a second',
      clapper: { ...mp4, encode: [...h264, '-ar', '11025', '-c:a', 'aac'] },
    },
    {
      source: 'uneven pictures',
      clapper: {
        ...mp4,
        rate: '50',
        encode: [
          ...['-vf', uneven, '-fps_mode', 'passthrough', '-enc_time_base', '1:90000'],
          ...[...h264, '-bf', '0', '-c:a', 'aac'],
        ],
      },
    },
  ]

  test('come together out of {source}')
    .with(sources)
    .run(async ({ assert, fs }, { clapper }) => {
      const { result } = await throughEngine(await torture.clapperClip(fs.basePath, clapper))

      await assertTogether(assert, result)
    })

  test('come together in {format}')
    .with([{ format: 'webm' }, { format: 'mkv' }, { format: 'mov' }])
    .run(async ({ assert, fs }, { format }) => {
      const { result } = await CONVERTED(format)(await torture.clapperClip(fs.basePath, mp4))

      await assertTogether(assert, result)
    })

  test('stay as far apart as they were where {first} begins first')
    .with([
      { first: 'the picture', map: ['-map', '0:v', '-map', '1:a'], apartS: 0.3 },
      { first: 'the sound', map: ['-map', '1:v', '-map', '0:a'], apartS: -0.3 },
    ])
    .run(async ({ assert, fs }, { map, apartS }) => {
      const source = await torture.clapperClip(fs.basePath, mp4)
      const late = await makeClip(`${fs.basePath}/late.mkv`, [
        ...['-i', source, '-itsoffset', '0.3', '-i', source, ...map, '-c', 'copy'],
      ])

      const { result } = await throughEngine(late)

      const flashes = await hear.flashesAt(result)
      const beeps = hear.beepsAt(await soundOf(result))
      assert.lengthOf(flashes, 3)
      flashes.forEach((atS, n) => assert.closeTo(beeps[n] - atS, apartS, IN_STEP_S))
    })

  test('come together in a part cut out', async ({ assert, fs }) => {
    const source = await torture.clapperClip(fs.basePath, mp4)

    const { result } = await operate(source, 'trim', { startS: 0.9, endS: 1.9 })

    const flashes = await hear.flashesAt(result)
    const beeps = hear.beepsAt(await soundOf(result))
    for (const [n, atS] of [0.3, 0.9].entries()) {
      assert.closeTo(flashes[n], atS, IN_STEP_S)
      assert.closeTo(beeps[n], atS, IN_STEP_S)
    }
  })

  async function assertTogether(assert: Assert, path: string): Promise<void> {
    const flashes = await hear.flashesAt(path)
    const beeps = hear.beepsAt(await soundOf(path))
    assert.lengthOf(flashes, 3)
    assert.lengthOf(beeps, 3)
    flashes.forEach((atS, n) => {
      assert.closeTo(atS, torture.CLAPS_S[n], 0.045)
      assert.closeTo(beeps[n], atS, IN_STEP_S)
    })
  }

  async function soundOf(path: string): Promise<Float32Array> {
    const [sound] = await hear.channelsOf(path, 1)
    return sound
  }
})

test.group('engine, channels and tracks', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('the {speaker} of 5.1 is heard {where}')
    .with([
      { speaker: 'front left', channel: 0, where: 'left', left: true, right: false },
      { speaker: 'front right', channel: 1, where: 'right', left: false, right: true },
      { speaker: 'centre', channel: 2, where: 'on both sides', left: true, right: true },
      { speaker: 'back left', channel: 4, where: 'left', left: true, right: false },
      { speaker: 'back right', channel: 5, where: 'right', left: false, right: true },
    ])
    .run(async ({ assert, fs }, { channel, left, right }) => {
      const { result } = await throughEngine(await torture.oneOfSixClip(fs.basePath, channel))

      const sides = await hear.channelsOf(result, 2)
      const levels = sides.map(hear.level)
      assert.deepEqual(
        levels.map((one) => one > 0.05),
        [left, right]
      )
      assert.isBelow(Math.max(...levels), 0.5)
      if (left && right) assert.closeTo(levels[0], levels[1], 0.01)
      assert.closeTo(hear.pitch(sides[left ? 0 : 1]), 440, 5)
    })

  test('of two tracks the default one is heard: {hertz} Hz in {name}')
    .with([
      { track: 0 as const, hertz: 440, name: 'two.mkv' },
      { track: 1 as const, hertz: 880, name: 'two.mkv' },
      { track: 1 as const, hertz: 880, name: 'two.mp4' },
    ])
    .run(async ({ assert, fs }, { track, hertz, name }) => {
      const { result } = await throughEngine(await torture.twoTracksClip(fs.basePath, track, name))

      const [sound] = await hear.channelsOf(result, 1)
      assert.closeTo(hear.pitch(sound), hertz, 5)
      assert.lengthOf(await see.streamsOf(result), 2)
    })

  test('mono stays mono at its level, with its tone', async ({ assert, fs }) => {
    const source = await clips.landscapeClip(fs.basePath)

    const { result } = await throughEngine(source)

    const [before] = await hear.channelsOf(source, 1)
    const [after] = await hear.channelsOf(result, 1)
    assert.deepInclude((await see.streamsOf(result))[1], { channels: 1 })
    assert.closeTo(hear.level(after), hear.level(before), 0.01)
    assert.closeTo(hear.pitch(after), 440, 3)
  })

  test('sound alone keeps its tone as {format}')
    .with([{ format: 'mp3' }, { format: 'm4a' }, { format: 'opus' }, { format: 'wav' }])
    .run(async ({ assert, fs }, { format }) => {
      const source = await clips.landscapeClip(fs.basePath)
      const info = await probe(source, { binaries: see.BINARIES, limits: see.LIMITS })
      const { recipe } = OPERATIONS.get('extract_audio')!.prepare({ format }, info)

      const { result } = await throughEngine(source, recipe)

      const [sound] = await hear.channelsOf(result, 1)
      assert.closeTo(hear.pitch(sound), 440, 3)
      assert.closeTo(sound.length / 48_000, 1, 0.06)
    })

  test('no sound in, no sound out', async ({ assert, fs }) => {
    const { result, plan } = await throughEngine(await clips.silentClip(fs.basePath))

    const streams = await see.streamsOf(result)
    assert.deepEqual(
      streams.map((stream) => stream.codec_type),
      ['video']
    )
    assert.include(plan.renditions[0].reason, 'the source has no sound')
  })
})

import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { analyse } from '#media/analysis/analyse'
import { MediaError } from '#media/errors'
import { probe } from '#media/probe/probe'
import * as clips from '#tests/fixtures/clips'
import { cutSound, sound, surroundSound } from '#tests/fixtures/sounds'
import { BINARIES, LIMITS } from '#tests/integration/media/pictures'

const look = (path: string, limits: Partial<typeof LIMITS> = {}) =>
  probe(path, { binaries: BINARIES, limits: { ...LIMITS, ...limits } })

const refusalOf = (path: string, limits: Partial<typeof LIMITS> = {}): Promise<MediaError> =>
  look(path, limits).then(
    () => {
      throw new Error('it was taken')
    },
    (error) => {
      if (error instanceof MediaError) return error
      throw error
    }
  )

test.group('probe, sound alone', (group) => {
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('takes {name} and measures it')
    .with([
      { name: 'song.mp3', codec: 'mp3' },
      { name: 'song.wav', codec: 'pcm_s16le' },
      { name: 'song.flac', codec: 'flac' },
      { name: 'song.opus', codec: 'opus' },
      { name: 'song.mka', codec: 'vorbis' },
      { name: 'song.mp4', codec: 'aac' },
    ])
    .run(async ({ assert, fs }, { name, codec }) => {
      const info = await look(await sound(fs.basePath, name))

      assert.isNull(info.video)
      assert.deepInclude(info.audio, { codec, channels: 1, sampleRate: 48_000 })
      assert.closeTo(info.durationS, 1, 0.1)
      assert.isAbove(info.bitRate!, 1000)
      assert.deepEqual(info.warnings, [])
    })

  test('takes a cover picture for no video', async ({ assert, fs }) => {
    const info = await look(await clips.coverArtOnly(fs.basePath))

    assert.isNull(info.video)
    assert.isTrue(info.hasCoverArt)
    assert.equal(info.audio?.codec, 'aac')
  })

  test('takes a twentieth of a second', async ({ assert, fs }) => {
    const info = await look(await sound(fs.basePath, 'tick.wav', { durationS: 0.05 }))

    assert.closeTo(info.durationS, 0.05, 0.001)
  })

  test('tells how 5.1 is laid out', async ({ assert, fs }) => {
    const { audio } = await look(await surroundSound(fs.basePath))

    assert.deepInclude(audio, { channels: 6, channelLayout: '5.1' })
  })

  test('refuses {name} of which most is cut off')
    .with([{ name: 'cut.mp3' }, { name: 'cut.flac' }, { name: 'cut.m4a', encode: true }])
    .run(async ({ assert, fs }, { name, encode }) => {
      const path = encode ? await cutM4a(fs.basePath) : await cutSound(fs.basePath, name, 0.3)

      assert.equal((await refusalOf(path)).code, 'INPUT_TRUNCATED')
    })

  test('takes what lacks its last third, and says so', async ({ assert, fs }) => {
    const info = await look(await cutSound(fs.basePath, 'most.mp3', 0.66))

    assert.approximately(info.durationS, 2.64, 0.2)
    const [warning] = info.warnings
    assert.equal(warning.code, 'DURATION_MISMATCH')
    assert.match(warning.text, /claims 4\.\d s, its sound spans 2\.\d s/)
  })

  test('believes no guess of a length where the header counts nothing', async ({ assert, fs }) => {
    const path = await unevenRate(fs.basePath)

    const info = await look(path)

    assert.isAbove(info.claimedDurationS!, info.durationS * 2)
  })

  test('refuses sound in a codec that it cannot decode, and names it', async ({ assert, fs }) => {
    const error = await refusalOf(await unknownCodec(fs.basePath))

    assert.equal(error.code, 'INPUT_NO_VIDEO')
    assert.include(error.message, 'it holds only sound, in a codec that cannot be decoded here')
    assert.include(error.message, 'zzzz')
  })

  test('holds to its limits')
    .with([
      { limits: { maxDurationS: 0.5 }, code: 'INPUT_TOO_LONG' },
      { limits: { maxStreams: 0 }, code: 'INPUT_TOO_MANY_STREAMS' },
      { limits: { maxSizeBytes: 100 }, code: 'INPUT_TOO_MANY_BYTES' },
      { limits: { timeoutMs: 1 }, code: 'PROBE_TIME_LIMIT' },
    ])
    .run(async ({ assert, fs }, { limits, code }) => {
      const path = await sound(fs.basePath, 'song.mp3')

      assert.equal((await refusalOf(path, limits)).code, code)
    })

  test('is analysed for loudness alone, without a word about colours', async ({ assert, fs }) => {
    const path = await sound(fs.basePath, 'song.mp3')

    const found = await analyse(path, await look(path), { binaries: BINARIES })

    assert.isNull(found.colours)
    assert.closeTo(found.loudness!.integratedLufs!, -21, 3)
    assert.deepEqual(found.warnings, [])
  })
})

/** The index in front says where all of it would be. */
async function cutM4a(folder: string): Promise<string> {
  const encode = ['-movflags', '+faststart']
  const whole = await sound(folder, 'whole.m4a', { durationS: 4, encode })
  const path = join(folder, 'cut.m4a')
  await copyFile(whole, path)
  const bytes = await readFile(path)
  await writeFile(path, bytes.subarray(0, Math.floor(bytes.length * 0.4)))
  return path
}

/** An MP3 without a count of its frames: a slow beginning makes ffprobe guess far too much. */
async function unevenRate(folder: string): Promise<string> {
  const plain = ['-write_xing', '0', '-id3v2_version', '0']
  const slow = await sound(folder, 'slow.mp3', { encode: [...plain, '-b:a', '32k'] })
  const fast = await sound(folder, 'fast.mp3', { encode: [...plain, '-b:a', '320k'] })
  const path = join(folder, 'uneven.mp3')
  await writeFile(path, Buffer.concat([await readFile(slow), await readFile(fast)]))
  return path
}

/** Sound whose sample entry bears a name that nobody knows. */
async function unknownCodec(folder: string): Promise<string> {
  const path = await sound(folder, 'known.m4a', { encode: ['-c:a', 'alac'] })
  const bytes = await readFile(path)
  bytes.write('zzzz', bytes.indexOf('alac'), 'latin1')
  await writeFile(path, bytes)
  return path
}

import { join } from 'node:path'
import { test } from '@japa/runner'
import { analyse } from '#media/analysis/analyse'
import { probe } from '#media/probe/probe'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { BINARIES, LIMITS } from '#tests/integration/media/pictures'

async function analysisOf(path: string, signal?: AbortSignal) {
  const info = await probe(path, { binaries: BINARIES, limits: LIMITS })
  return analyse(path, info, { binaries: BINARIES, signal })
}

/** One colour and a tone of known level (dB below full scale). */
function plainClip(folder: string, colour: string, levelDb: number): Promise<string> {
  return makeClip(join(folder, 'plain.mkv'), [
    ...['-f', 'lavfi', '-i', `color=${colour}:s=320x180:r=25:d=4`],
    ...['-f', 'lavfi', '-i', 'sine=frequency=1000:sample_rate=48000:d=4'],
    // the generator's sine is 18.06 dB below full scale
    ...['-af', `volume=${levelDb + 18.06}dB`, '-g', '25', '-c:v', 'libx264', '-c:a', 'pcm_s16le'],
  ])
}

test.group('analyse', () => {
  test('finds the colour and the level', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { colours, loudness, warnings } = await analysisOf(
      await plainClip(fs.basePath, 'red', -20)
    )

    assert.equal(colours!.frames, 4)
    const share = (bins: number[], from: number, to: number) =>
      bins.slice(from, to).reduce((sum, one) => sum + one, 0)
    assert.closeTo(share(colours!.red, 60, 64), 1, 0.01)
    assert.closeTo(share(colours!.blue, 0, 4), 1, 0.01)
    assert.closeTo(loudness!.truePeakDb!, -20, 0.7)
    assert.closeTo(loudness!.integratedLufs!, -23, 1.2)
    assert.deepEqual(warnings, [])
  })

  test('has no loudness without sound, and no complaint about it', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { loudness, warnings } = await analysisOf(await clips.silentClip(fs.basePath))

    assert.isNull(loudness)
    assert.deepEqual(warnings, [])
  })

  test('what cannot be found out becomes a warning', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const path = await clips.landscapeClip(fs.basePath)
    const info = await probe(path, { binaries: BINARIES, limits: LIMITS })
    const binaries = { ...BINARIES, ffmpeg: '/nowhere/ffmpeg' }

    const { colours, loudness, warnings } = await analyse(path, info, { binaries })

    assert.isNull(colours)
    assert.isNull(loudness)
    assert.lengthOf(warnings, 2)
    assert.match(warnings[0], /^Colours: ffmpeg or ffprobe cannot be run/)
  })

  test('stops on request', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const path = await clips.silentClip(fs.basePath)

    const error = await analysisOf(path, AbortSignal.abort()).catch((thrown) => thrown)

    assert.equal(error.code, 'ABORTED')
  })
})

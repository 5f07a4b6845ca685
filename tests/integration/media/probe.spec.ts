import { join } from 'node:path'
import { test } from '@japa/runner'
import { MediaError } from '#media/errors'
import { probe } from '#media/probe/probe'
import * as clips from '#tests/fixtures/clips'
import { pictured } from '#tests/fixtures/media_infos'
import { BINARIES, LIMITS } from '#tests/integration/media/pictures'

const look = async (path: string, limits: Partial<typeof LIMITS> = {}) =>
  pictured(await probe(path, { binaries: BINARIES, limits: { ...LIMITS, ...limits } }))

async function refusalOf(path: string, limits: Partial<typeof LIMITS> = {}): Promise<string> {
  try {
    await look(path, limits)
    return 'taken'
  } catch (error) {
    if (error instanceof MediaError) return error.code
    throw error
  }
}

test.group('probe, what is inside', () => {
  test('measures a plain clip', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const info = await look(await clips.landscapeClip(fs.basePath))

    assert.deepInclude(info.video, { codec: 'h264', width: 320, height: 180, frameCount: 25 })
    assert.equal(info.video.frameRateFraction, '25/1')
    assert.closeTo(info.video.durationS!, 1, 0.001)
    assert.closeTo(info.durationS, 1, 0.05)
    assert.deepInclude(info.audio, { codec: 'aac', profile: 'LC', channels: 1, sampleRate: 48_000 })
    assert.deepEqual(info.warnings, [])
    assert.isFalse(info.video.hasIrregularTimestamps)
  })

  test('tells a clip without sound', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const info = await look(await clips.silentClip(fs.basePath))

    assert.isNull(info.audio)
    assert.deepEqual(info.audioTracks, [])
  })

  test('shows a phone clip upright', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { video } = await look(await clips.portraitClip(fs.basePath))

    assert.deepEqual([video.width, video.height], [180, 320])
    assert.deepEqual([video.codedWidth, video.codedHeight], [320, 180])
    assert.equal(video.rotation, 90)
  })

  test('counts in square pixels', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { video } = await look(await clips.anamorphicClip(fs.basePath))

    assert.deepEqual([video.width, video.height], [320, 180])
    assert.equal(video.sampleAspectRatio, '4:3')
  })

  test('finds an uneven rhythm', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { video } = await look(await clips.variableRateClip(fs.basePath))

    assert.isTrue(video.isVariableFrameRate)
  })

  test('finds interlaced lines', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { video } = await look(await clips.interlacedClip(fs.basePath))

    assert.isTrue(video.isInterlaced)
  })

  test('finds HDR')
    .with([
      ['smpte2084', 'pq'],
      ['arib-std-b67', 'hlg'],
    ] as const)
    .run(async ({ assert, fs }, [transfer, kind]) => {
      await fs.mkdir('.')

      const { video } = await look(await clips.hdrClip(fs.basePath, transfer))

      assert.equal(video.hdr, kind)
      assert.equal(video.bitDepth, 10)
    })

  test('warns of what a cut-off file lost, where enough survives', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const info = await look(await clips.truncatedClip(fs.basePath, 0.7))

    assert.isBelow(info.video.durationS!, 3.5)
    assert.include(
      info.warnings.map(({ code }) => code),
      'DURATION_MISMATCH'
    )
  })

  test('decides by content and not by name', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const matroska = await clips.landscapeClip(fs.basePath, { name: 'clip.mkv' })

    const info = await look(await clips.renamed(matroska, 'clip.txt'))

    assert.equal(info.container, 'matroska,webm')
  })

  test('takes names that look like options, protocols and patterns')
    .with([
      `-i.mp4`,
      `it's "quoted".mp4`,
      'a\nb.mp4',
      'concat:a|b.mp4',
      '%03d.mp4',
      'жük 視頻 🎬.mp4',
      ' .mp4',
    ])
    .run(async ({ assert, fs }, name) => {
      await fs.mkdir('.')
      const plain = await clips.silentClip(fs.basePath)

      const info = await look(await clips.renamed(plain, name))

      assert.equal(info.video.frameCount, 25)
    })
})

test.group('probe, what is refused', () => {
  test('refuses {code}')
    .with([
      { code: 'INPUT_EMPTY', make: clips.emptyFile },
      { code: 'INPUT_UNREADABLE', make: clips.renamedText },
      { code: 'INPUT_IS_IMAGE', make: (folder: string) => clips.picturePng(folder, 'picture.mp4') },
      { code: 'INPUT_TRUNCATED', make: clips.indexLostClip },
      { code: 'INPUT_TRUNCATED', make: (folder: string) => clips.truncatedClip(folder, 0.3) },
    ])
    .run(async ({ assert, fs }, { code, make }) => {
      await fs.mkdir('.')

      assert.equal(await refusalOf(await make(fs.basePath)), code)
    })

  test('opens no other file that a playlist in disguise points at')
    .with([clips.disguisedPlaylist, clips.disguisedConcat])
    .run(async ({ assert, fs }, disguise) => {
      await fs.mkdir('.')
      const victim = await clips.landscapeClip(fs.basePath, { name: 'victim.ts' })

      assert.equal(await refusalOf(await disguise(fs.basePath, victim)), 'INPUT_MANIFEST')
    })

  test('refuses a file that is not there', async ({ assert, fs }) => {
    assert.equal(await refusalOf(join(fs.basePath, 'nothing.mp4')), 'INPUT_MISSING')
  })

  test('refuses a folder', async ({ assert, fs }) => {
    await fs.mkdir('.')

    assert.equal(await refusalOf(fs.basePath), 'INPUT_UNREADABLE')
  })

  test('holds to its limits')
    .with([
      { limits: { maxDurationS: 0.5 }, code: 'INPUT_TOO_LONG' },
      { limits: { maxPixels: 320 * 180 - 1 }, code: 'INPUT_TOO_LARGE' },
      { limits: { maxStreams: 1 }, code: 'INPUT_TOO_MANY_STREAMS' },
      { limits: { timeoutMs: 1 }, code: 'PROBE_TIME_LIMIT' },
    ])
    .run(async ({ assert, fs }, { limits, code }) => {
      await fs.mkdir('.')

      assert.equal(await refusalOf(await clips.landscapeClip(fs.basePath), limits), code)
    })

  test('names the program that is missing and how to get it', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const path = await clips.silentClip(fs.basePath)
    const binaries = { ...BINARIES, ffprobe: '/nowhere/ffprobe' }

    const error = await probe(path, { binaries, limits: LIMITS }).catch((thrown) => thrown)

    assert.equal(error.code, 'FFMPEG_MISSING')
    assert.include(error.message, '/nowhere/ffprobe')
    assert.include(error.remedy, 'FFPROBE_BINARY')
  })

  test('stops on request, before and during', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const path = await clips.silentClip(fs.basePath)
    const options = { binaries: BINARIES, limits: LIMITS }

    const before = await probe(path, { ...options, signal: AbortSignal.abort() }).catch((e) => e)
    const controller = new AbortController()
    const running = probe(path, { ...options, signal: controller.signal }).catch((e) => e)
    controller.abort()

    const during = await running
    assert.equal(before.code, 'ABORTED')
    assert.equal(during.code, 'ABORTED')
  })
})

import { readdir, stat } from 'node:fs/promises'
import { test } from '@japa/runner'
import { probe } from '#media/probe/probe'
import * as clips from '#tests/fixtures/clips'
import { ladder, recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import { throughEngine } from '#tests/integration/media/engine_run'
import * as see from '#tests/integration/media/pictures'

const POSTER = { width: 320, atS: null }
const ORIGINAL = recipe(
  [
    renditionRecipe({
      name: 'original',
      video: {
        policy: 'copy_if_web_safe',
        maxShortSide: null,
        maxLongSide: null,
        maxBitRate: null,
      },
    }),
  ],
  POSTER
)

test.group('encode', (group) => {
  group.each.timeout(60_000)

  test('makes H.264 and AAC that play everywhere, and a poster', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { result, folder, proofs, progress } = await throughEngine(
      await clips.landscapeClip(fs.basePath)
    )

    const [video, audio] = await see.streamsOf(result)
    assert.deepInclude(video, { codec_name: 'h264', profile: 'High', pix_fmt: 'yuv420p' })
    assert.deepInclude(video, { width: 320, height: 180, sample_aspect_ratio: '1:1' })
    assert.deepInclude(video, { color_space: 'bt709', color_transfer: 'bt709', nb_frames: '25' })
    assert.deepInclude(audio, { codec_name: 'aac', profile: 'LC' })
    assert.sameMembers(await readdir(folder), ['medium.mp4', 'poster.jpg'])
    assert.isTrue(proofs[0].checks.every(({ ok }) => ok))
    const twoAacFramesMs = (2048 / 48_000) * 1000
    assert.isAbove(proofs[0].similarity?.ssim?.worst ?? 0, 0.9)
    assert.isAtMost(Math.round(Math.abs(proofs[0].soundOverhangChangeS!) * 1000), twoAacFramesMs)
    assert.equal(progress.at(-1), 1)
    assert.deepEqual(
      progress,
      progress.toSorted((a, b) => a - b)
    )
  })

  test('puts a phone clip upright, with the sky on top', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { result, poster } = await throughEngine(await clips.portraitClip(fs.basePath))

    const [video] = await see.streamsOf(result)
    assert.deepInclude(video, { width: 180, height: 320 })
    assert.notProperty(video, 'side_data_list')
    for (const picture of [result, poster]) {
      const top = await see.meanColour(picture, see.TOP)
      const bottom = await see.meanColour(picture, see.BOTTOM)
      assert.isAbove(top.red, 200)
      assert.isBelow(top.blue, 60)
      assert.isAbove(bottom.blue, 200)
      assert.isBelow(bottom.red, 60)
    }
  })

  test('leaves web-safe pictures byte for byte, upright, and still makes a poster', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')

    const { result, plan, proofs } = await throughEngine(
      await clips.portraitClip(fs.basePath),
      ORIGINAL
    )

    assert.equal(plan.renditions[0].decision, 'remux')
    assert.deepEqual([proofs[0].width, proofs[0].height], [180, 320])
    const top = await see.meanColour(result, see.TOP)
    assert.isAbove(top.red, 200)
  })

  test('brings odd sizes and 4:4:4 to even 4:2:0', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { result } = await throughEngine(await clips.oddSizedClip(fs.basePath))

    const [video] = await see.streamsOf(result)
    assert.deepInclude(video, { width: 32, height: 16, pix_fmt: 'yuv420p' })
  })

  test('makes square pixels', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { result } = await throughEngine(await clips.anamorphicClip(fs.basePath))

    const [video] = await see.streamsOf(result)
    assert.deepInclude(video, { width: 320, height: 180, sample_aspect_ratio: '1:1' })
  })

  test('keeps a silent clip silent', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { result } = await throughEngine(await clips.silentClip(fs.basePath))

    assert.lengthOf(await see.streamsOf(result), 1)
  })

  test('keeps every picture of a variable rate at its moment', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const source = await clips.variableRateClip(fs.basePath)

    const { result } = await throughEngine(source)

    const expected = await see.picturesAt(source)
    const got = await see.picturesAt(result)
    assert.equal(got.length, expected.length)
    expected.forEach((atS, n) => assert.closeTo(got[n], atS - expected[0], 0.002))
  })

  test('takes a clip of one picture, poster and all', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { proofs } = await throughEngine(await clips.oneFrameClip(fs.basePath))

    assert.equal(proofs[0].frameCount, 1)
  })

  test('never shows a black poster where there is something to show', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { poster } = await throughEngine(await clips.blackStartClip(fs.basePath))

    const { red, green, blue } = await see.meanColour(poster, see.WHOLE)
    assert.isAbove(red + green + blue, 150)
  })

  test('brings HDR to SDR that is neither pale nor dark')
    .with(['smpte2084', 'arib-std-b67'] as const)
    .run(async ({ assert, fs }, transfer) => {
      await fs.mkdir('.')

      const { result } = await throughEngine(await clips.hdrClip(fs.basePath, transfer))

      const [video] = await see.streamsOf(result)
      assert.deepInclude(video, {
        pix_fmt: 'yuv420p',
        color_transfer: 'bt709',
        color_space: 'bt709',
      })
      const { red, green, blue } = await see.meanColour(result, see.WHOLE)
      assert.isAbove(Math.max(red, green, blue), 60)
      assert.isBelow(Math.min(red, green, blue), 200)
    })

  test('weaves interlaced lines', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { result, info } = await throughEngine(await clips.interlacedClip(fs.basePath))

    const after = await probe(result, { binaries: see.BINARIES, limits: see.LIMITS })
    assert.isTrue(info.video!.isInterlaced)
    assert.isFalse(after.video!.isInterlaced)
    assert.equal(after.video!.frameCount, info.video!.frameCount)
  })

  test('folds surround into stereo', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { result } = await throughEngine(await clips.surroundClip(fs.basePath))

    const [, audio] = await see.streamsOf(result)
    assert.deepInclude(audio, { channels: 2 })
  })

  test('keeps sound that goes on after the pictures', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { proofs } = await throughEngine(await clips.longerSoundClip(fs.basePath))

    assert.closeTo(proofs[0].durationS, 3, 0.1)
  })

  test('makes a whole ladder in one run', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const source = await clips.landscapeClip(fs.basePath, { width: 960, height: 540 })

    const { results } = await throughEngine(source, recipe(ladder(), POSTER))

    const widths = []
    for (const path of results) {
      const [video] = await see.streamsOf(path)
      widths.push(video.width)
    }
    assert.deepEqual(widths, [960, 854, 640])
  })

  test('never grows past its source by more than the container', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const encode = ['-c:v', 'libx264', '-preset', 'slow', '-crf', '40', '-pix_fmt', 'yuv420p']
    const source = await clips.silentClip(fs.basePath, { name: 'small.mp4', durationS: 6, encode })

    const { result } = await throughEngine(source)

    const { size: before } = await stat(source)
    const { size: after } = await stat(result)
    assert.isBelow(after, before * 1.1)
  })

  test('gets what a damaged file still holds, and what the decoder said of it', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')

    const { run, proofs } = await throughEngine(await clips.damagedClip(fs.basePath))

    assert.match(run.stderr, /\[error\]/)
    assert.isAbove(proofs[0].frameCount, 25)
    assert.include(
      proofs[0].warnings?.map(({ code }) => code),
      'DECODE_ERRORS'
    )
    assert.equal(proofs[0].similarity?.reason, 'the source is damaged')
  })
})

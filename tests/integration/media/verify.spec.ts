import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { planEncode, type PlannedRendition } from '#media/plan/encode_plan'
import { MediaError } from '#media/errors'
import { measureSpans } from '#media/probe/measure_spans'
import { probe } from '#media/probe/probe'
import { verifyPoster } from '#media/verify/verify_poster'
import { verifyRendition } from '#media/verify/verify'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { recipe } from '#tests/fixtures/media_infos'
import { BINARIES, LIMITS } from '#tests/integration/media/pictures'

const GOOD = ['-profile:v', 'high', '-c:a', 'aac', '-movflags', '+faststart']
/** As our own encodes do: small pictures come in SD's colours and leave in HD's. */
const WEB_COLOURS = 'scale=in_color_matrix=bt601:out_color_matrix=bt709:out_range=tv'
const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']

/** A plan for a source of four seconds, and a result that fits it, made without our own arguments. */
async function prepare(folder: string, encode: string[] = [...H264, ...GOOD]) {
  const source = await clips.landscapeClip(folder, { name: 'source.mp4', durationS: 4 })
  const info = await probe(source, { binaries: BINARIES, limits: LIMITS })
  const [planned] = planEncode(info, recipe()).renditions
  const result = join(folder, 'result.mp4')
  await makeClip(result, ['-i', source, ...encode])
  return { planned, result, sourceSpans: info.spans }
}

async function verdict(
  path: string,
  planned: PlannedRendition,
  sourceSpans: Prepared['sourceSpans']
) {
  try {
    await verifyRendition(path, planned, { binaries: BINARIES, sourceSpans })
    return { code: 'whole', evidence: '' }
  } catch (error) {
    if (error instanceof MediaError) return error
    throw error
  }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

test.group('verifyRendition', () => {
  test('proves a whole file', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const { result, planned, sourceSpans } = await prepare(fs.basePath)

    const proof = await verifyRendition(result, planned, { binaries: BINARIES, sourceSpans })

    assert.deepInclude(proof, { videoCodec: 'h264', audioCodec: 'aac', width: 320, height: 180 })
    assert.equal(proof.frameCount, 100)
    assert.closeTo(proof.durationS, 4, 0.1)
    assert.isTrue(proof.checks.every(({ ok }) => ok))
    assert.deepEqual(JSON.parse(JSON.stringify(proof)), proof)
  })

  test('finds {what}')
    .with([
      {
        what: 'a shorter picture',
        encode: [...H264, ...GOOD, '-t', '3'],
        code: 'RESULT_CUT_SHORT',
        says: 'video span',
      },
      {
        what: 'a shorter sound',
        encode: [...H264, ...GOOD, '-af', 'atrim=end=2'],
        code: 'RESULT_CUT_SHORT',
        says: 'audio span',
      },
      {
        what: 'a sound that is missing',
        encode: [...H264, '-an', '-movflags', '+faststart'],
        code: 'RESULT_WRONG',
        says: 'streams',
      },
      {
        what: 'another size',
        encode: [...H264, ...GOOD, '-s', '160x90'],
        code: 'RESULT_WRONG',
        says: 'size',
      },
      {
        what: 'another codec',
        encode: ['-c:v', 'mpeg4', '-c:a', 'aac', '-movflags', '+faststart'],
        code: 'RESULT_WRONG',
        says: 'streams',
      },
      { what: 'an index at the end', encode: H264, code: 'RESULT_WRONG', says: 'fast start' },
      {
        what: 'pictures that are missing',
        encode: [...H264, ...GOOD, '-r', '5'],
        code: 'RESULT_CUT_SHORT',
        says: 'frames',
      },
    ])
    .run(async ({ assert, fs }, { encode, code, says }) => {
      await fs.mkdir('.')
      const { result, planned, sourceSpans } = await prepare(fs.basePath, encode)

      const found = await verdict(result, planned, sourceSpans)

      assert.equal(found.code, code)
      assert.include(found.evidence, says)
    })

  test('finds data that does not decode', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const { result, planned, sourceSpans } = await prepare(fs.basePath)
    const bytes = await readFile(result)
    for (let at = bytes.length >> 1; at < bytes.length; at += 300) bytes[at] ^= 0xff
    await writeFile(result, bytes)

    const found = await verdict(result, planned, sourceSpans)

    assert.equal(found.code, 'RESULT_DAMAGED')
  })

  test('finds a file that was cut off, that is empty, that is not there', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const { result, planned, sourceSpans } = await prepare(fs.basePath)
    const cut = join(fs.basePath, 'cut.mp4')
    await copyFile(result, cut)
    await truncate(cut, 500)
    const empty = await clips.emptyFile(fs.basePath)

    const codes = []
    for (const path of [cut, empty, join(fs.basePath, 'nothing.mp4')]) {
      const { code } = await verdict(path, planned, sourceSpans)
      codes.push(code)
    }

    assert.deepEqual(codes, ['RESULT_UNREADABLE', 'RESULT_MISSING', 'RESULT_MISSING'])
  })
})

test.group('verifyRendition beside the source', () => {
  /** A source of `durationS`, and a result whose pictures a filter changed on the way. */
  async function beside(folder: string, clip: { durationS: number; change: string }) {
    const noise = ['-vf', 'noise=alls=40:allf=t', ...H264, '-c:a', 'aac']
    const { durationS, change } = clip
    const path = await clips.landscapeClip(folder, { name: 'source.mp4', durationS, encode: noise })
    const info = await probe(path, { binaries: BINARIES, limits: LIMITS })
    const plan = planEncode(info, recipe())
    const result = join(folder, 'result.mp4')
    await makeClip(result, [
      '-i',
      path,
      '-vf',
      `${WEB_COLOURS},${change}`,
      ...H264,
      '-crf',
      '40',
      ...GOOD,
    ])
    const source = { path, plan: plan.source, warnings: [], encodeLog: '' }
    return verifyRendition(result, plan.renditions[0], {
      binaries: BINARIES,
      sourceSpans: info.spans,
      source,
    })
  }

  test('measures three spans of a long clip, and forgives noise that a low rate left out', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')

    const { similarity, warnings } = await beside(fs.basePath, { durationS: 9, change: 'null' })

    assert.deepEqual(
      similarity?.ssim?.spans.map(({ frames }) => frames),
      [20, 21, 21]
    )
    assert.isBelow(similarity!.ssim!.average, 0.8)
    assert.isAbove(Math.min(...similarity!.ssim!.spans.map(({ shape }) => shape)), 0.94)
    assert.deepEqual(warnings, [])
  })

  test('refuses {change}')
    .with([{ change: 'negate' }, { change: 'hflip' }, { change: 'drawbox=t=fill:c=green' }])
    .run(async ({ assert, fs }, { change }) => {
      await fs.mkdir('.')

      await assert.rejects(() => beside(fs.basePath, { durationS: 1, change }), /likeness/)
    })
})

test.group('measureSpans', () => {
  test('measures packets where the header promises more', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const spans = await measureSpans(await clips.truncatedClip(fs.basePath, 0.5), {
      binaries: BINARIES,
    })

    assert.isAbove(spans[0].durationS, 0.5)
    assert.isBelow(spans[0].durationS, 3)
  })
})

test.group('verifyPoster', () => {
  test('takes a whole JPEG and nothing else', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const path = join(fs.basePath, 'poster.jpg')
    await makeClip(path, ['-f', 'lavfi', '-i', 'testsrc2=s=64x64', '-frames:v', '1'])

    const whole = await verifyPoster(path)
    await truncate(path, whole.sizeBytes - 10)

    assert.isAbove(whole.sizeBytes, 100)
    await assert.rejects(() => verifyPoster(path), /poster/)
    await assert.rejects(() => verifyPoster(join(fs.basePath, 'nothing.jpg')), /poster/)
  })
})

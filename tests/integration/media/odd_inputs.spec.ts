import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { MediaError } from '#media/errors'
import { probe } from '#media/probe/probe'
import { makeClip } from '#tests/fixtures/make_clip'
import { throughEngine } from '#tests/integration/media/engine_run'
import { operate } from '#tests/integration/media/operation_run'
import * as see from '#tests/integration/media/pictures'

const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
const HALVES = 'color=red:s=160x90:r=25:d=1[a];color=blue:s=160x90:r=25:d=2[b];[a][b]concat=n=2:v=1'

const picture = (size = '160x90') => ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=25:d=2`]
const tone = (durationS = 2) => ['-f', 'lavfi', '-i', `sine=440:d=${durationS}`]

async function refusalOf(path: string): Promise<MediaError> {
  const refused = await probe(path, { binaries: see.BINARIES, limits: see.LIMITS }).then(
    () => null,
    (error: unknown) => error
  )
  if (refused instanceof MediaError) return refused
  throw new Error(`${path} was not refused`)
}

/** Byte after byte, as recorders and `cat` join them. */
async function joined(path: string, parts: string[]): Promise<string> {
  await writeFile(path, Buffer.concat(await Promise.all(parts.map((part) => readFile(part)))))
  return path
}

test.group('odd inputs, timestamps that jump', (group) => {
  group.each.timeout(60_000)

  test('recordings joined end to end last as long as all of them')
    .with([
      { what: 'began anew', size: '160x90', offset: [] },
      { what: 'hours later', size: '160x90', offset: ['-output_ts_offset', '20000'] },
      { what: 'of another size', size: '320x180', offset: [] },
    ])
    .run(async ({ assert, fs }, { size, offset }) => {
      await fs.mkdir('.')
      const make = (name: string, of: string, more: string[]) =>
        makeClip(join(fs.basePath, name), [...picture(of), ...tone(), ...H264, ...more])
      const first = await make('1.ts', '160x90', [])
      const second = await make('2.ts', size, offset)

      const whole = await joined(join(fs.basePath, 'whole.ts'), [first, second])
      const { info, proofs } = await throughEngine(whole)

      assert.closeTo(info.durationS, 4, 0.2)
      assert.closeTo(proofs[0].durationS, 4, 0.2)
      assert.closeTo(info.video!.frameRate, 25, 0.5)
    })

  test('their sound stays in step past every joint', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const part = await makeClip(join(fs.basePath, 'part.ts'), [...picture(), ...tone(), ...H264])

    const { proofs } = await throughEngine(
      await joined(join(fs.basePath, 'whole.ts'), [part, part, part, part])
    )

    assert.closeTo(proofs[0].durationS, 8, 0.2)
    assert.isBelow(Math.abs(proofs[0].soundOverhangChangeS!), 0.065)
  })
})

test.group('odd inputs, formats', (group) => {
  group.each.timeout(60_000)

  test('takes {name}')
    .with([
      { name: 'raw.y4m', encode: ['-pix_fmt', 'yuv444p'] },
      { name: 'gray.mkv', encode: ['-c:v', 'ffv1', '-pix_fmt', 'gray16le'] },
      { name: 'alpha.mov', encode: ['-c:v', 'qtrle', '-pix_fmt', 'argb'] },
      { name: 'palette.avi', encode: ['-c:v', 'rawvideo', '-pix_fmt', 'pal8'] },
      { name: 'quarter.mkv', encode: ['-c:v', 'ffv1', '-pix_fmt', 'yuv410p'] },
      { name: 'old.wmv', encode: ['-c:v', 'wmv2'] },
    ])
    .run(async ({ assert, fs }, { name, encode }) => {
      await fs.mkdir('.')
      const path = await makeClip(join(fs.basePath, name), [...picture(), ...encode])

      const { proofs } = await throughEngine(path)

      assert.closeTo(proofs[0].durationS, 2, 0.1)
    })

  test('the last picture stays as long as in the source, on a coarse clock too', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const uneven = ['-vf', 'select=not(eq(mod(n\\,5)\\,1)),setpts=N*N/30/TB', '-fps_mode', 'vfr']
    const long = ['-final_delay', '90']
    const path = await makeClip(join(fs.basePath, 'uneven.gif'), [
      ...['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=0.4'],
      ...[...uneven, ...long],
    ])

    const { info, proofs } = await throughEngine(path)

    assert.isTrue(info.video!.isVariableFrameRate)
    assert.closeTo(info.video!.lastFrameS, 0.9, 0.01)
    assert.closeTo(proofs[0].durationS, info.durationS, 0.01)
  })

  test('calls only a playlist a playlist', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const sound = await makeClip(join(fs.basePath, 'sound.au'), tone())

    const { code, message } = await refusalOf(sound)

    assert.equal(code, 'INPUT_UNREADABLE')
    assert.include(message, 'its format is none that is taken here')
  })

  test('says of a recording that never got its index that it lacks it', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const whole = await makeClip(join(fs.basePath, 'whole.mp4'), [...picture(), ...H264])
    const bytes = await readFile(whole)
    const cut = join(fs.basePath, 'cut.mp4')
    await writeFile(cut, bytes.subarray(0, bytes.indexOf('moov') - 4))

    const { code, message } = await refusalOf(cut)
    assert.equal(code, 'INPUT_UNREADABLE')
    assert.include(message, 'its index (moov) was never written')
  })
})

test.group('odd inputs, parts of them', (group) => {
  group.each.timeout(60_000)

  const LONG_GROUPS = ['-g', '250', '-sc_threshold', '0']

  test('a part begins with a whole picture where there is no index: {name}')
    .with([
      { name: 'one.ts', encode: ['-c:v', 'libx264', ...LONG_GROUPS] },
      { name: 'two.mpg', encode: ['-c:v', 'mpeg2video', '-g', '60'] },
      { name: 'raw.h264', encode: ['-c:v', 'libx264', ...LONG_GROUPS] },
    ])
    .run(async ({ assert, fs }, { name, encode }) => {
      await fs.mkdir('.')
      const halves = ['-f', 'lavfi', '-i', HALVES]
      const path = await makeClip(join(fs.basePath, name), [...halves, ...encode])

      const { result } = await operate(path, 'trim', { startS: 0.6, endS: 1.4 })

      const pictures = await see.picturesAt(result)
      assert.closeTo(pictures.length, 20, 1)
      const [first, last] = [await see.meanColour(result, see.WHOLE), pictures.at(-1)!]
      assert.isAbove(first.red, 200)
      assert.isBelow(first.blue, 50)
      assert.isAbove((await see.meanColour(result, see.WHOLE, last)).blue, 200)
    })

  test('a still comes whole from where there is no index', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const halves = ['-f', 'lavfi', '-i', HALVES]
    const path = await makeClip(join(fs.basePath, 'one.ts'), [...halves, ...H264, ...LONG_GROUPS])

    const { result } = await operate(path, 'thumbnail', { atS: 2 })

    const { red, blue } = await see.meanColour(result, see.WHOLE)
    assert.isAbove(blue, 200)
    assert.isBelow(red, 50)
  })

  test('a part without sound has none', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const late = ['-itsoffset', '1.5', ...tone(0.5)]
    const path = await makeClip(join(fs.basePath, 'late.mkv'), [...picture(), ...late, ...H264])

    const { result } = await operate(path, 'trim', { startS: 0.2, endS: 1.2 })

    const types = (await see.streamsOf(result)).map((stream) => stream.codec_type)
    assert.deepEqual(types, ['video'])
  })

  test('a part without pictures is outside', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const path = await makeClip(join(fs.basePath, 'longer.mp4'), [
      ...picture(),
      ...tone(6),
      ...H264,
    ])

    const error = await operate(path, 'trim', { startS: 3, endS: 5 }).catch((caught) => caught)

    assert.equal(error.code, 'TRIM_OUTSIDE')
  })
})

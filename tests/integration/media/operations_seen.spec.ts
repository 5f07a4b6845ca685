import { join } from 'node:path'
import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import { makeClip } from '#tests/fixtures/make_clip'
import * as frames from '#tests/integration/media/frames'
import { operate } from '#tests/integration/media/operation_run'

const LOSSLESS = ['-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '1', '-pix_fmt', 'yuv420p']
const LIGHT = 245

/** From black to white, with a fine pattern all over. */
const RAMP = "geq=lum='clip(16+219*X/W+12*sin(X*1.3)*sin(Y*1.1),16,235)':cb=140:cr=116"

function clipOf(folder: string, graph: string): Promise<string> {
  const source = ['-f', 'lavfi', '-i', graph]
  return makeClip(join(folder, 'source.mp4'), [...source, ...LOSSLESS])
}

const rampClip = (folder: string) => clipOf(folder, `color=gray:s=320x180:r=25:d=0.3,${RAMP}`)

async function firstOf(path: string, wish: frames.FrameWish = {}): Promise<frames.Frame> {
  const [first] = await frames.framesOf(path, { most: 1, ...wish })
  return first
}

const partOf = (at: number) => ({ x: at, y: 0.2, width: 0.1, height: 0.6 })

test.group('operations, what is seen', (group) => {
  group.each.timeout(60_000)
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('blur softens the more the stronger, and leaves the light as it was', async ({
    assert,
    fs,
  }) => {
    const source = await rampClip(fs.basePath)

    const little = await firstOf((await operate(source, 'blur', { strength: 0.2 })).result)
    const much = await firstOf((await operate(source, 'blur', { strength: 1 })).result)

    const plain = await firstOf(source)
    const [a, b, c] = [plain, little, much].map(frames.laplacianVariance)
    assert.isBelow(b, a * 0.5)
    assert.isBelow(c, b)
    assert.closeTo(frames.mean(much), frames.mean(plain), 3)
  })

  test('sharpen brings outlines up and leaves the light as it was', async ({ assert, fs }) => {
    const source = await rampClip(fs.basePath)

    const sharp = await firstOf((await operate(source, 'sharpen', { strength: 0.5 })).result)

    const plain = await firstOf(source)
    assert.isAbove(frames.laplacianVariance(sharp), frames.laplacianVariance(plain) * 1.5)
    assert.closeTo(frames.mean(sharp), frames.mean(plain), 4)
  })

  test('edges are bright lines around things on black ground', async ({ assert, fs }) => {
    const disc = `geq=lum='if(lt(hypot(X-160,Y-90),60),200,60)':cb=128:cr=128`
    const source = await clipOf(fs.basePath, `color=gray:s=320x180:r=25:d=0.3,${disc}`)

    const { result } = await operate(source, 'edges')

    const picture = await firstOf(result)
    assert.isAbove(
      frames.part(picture, (value) => value < 40),
      0.9
    )
    assert.isAbove(
      frames.part(picture, (value) => value > 150),
      0.003
    )
    const { width, height } = frames.lightBox(picture, 100)
    assert.closeTo(width, 121, 6)
    assert.closeTo(height, 121, 6)
    await assertGrey(assert, result)
  })

  test('grayscale leaves no colour and every light', async ({ assert, fs }) => {
    const source = await rampClip(fs.basePath)

    const { result } = await operate(source, 'grayscale')

    const [plain, grey] = [await firstOf(source), await firstOf(result)]
    for (const at of [0.1, 0.4, 0.8]) {
      assert.closeTo(frames.mean(grey, partOf(at)), frames.mean(plain, partOf(at)), 3)
    }
    await assertGrey(assert, result)
  })

  async function assertGrey(assert: Assert, path: string): Promise<void> {
    for (const plane of ['u', 'v']) {
      const chroma = await firstOf(path, { filter: `extractplanes=${plane}` })
      assert.closeTo(Math.min(...chroma.samples), 128, 2)
      assert.closeTo(Math.max(...chroma.samples), 128, 2)
    }
  }

  test('sepia is brown in shadows and lights, which keep their order', async ({ assert, fs }) => {
    const { result } = await operate(await rampClip(fs.basePath), 'sepia')

    const picture = await firstOf(result, { channels: 3 })
    const parts = [0.1, 0.3, 0.5, 0.7].map((at) => frames.colour(picture, partOf(at)))
    for (const { red, green, blue } of parts) {
      assert.isAbove(red, green + 3)
      assert.isAbove(green, blue + 5)
    }
    const greens = parts.map(({ green }) => green)
    assert.deepEqual(
      greens,
      greens.toSorted((a, b) => a - b)
    )
    assert.isBelow(
      frames.part(picture, (value) => value > LIGHT),
      0.08
    )
  })

  test('enhance has more contrast and sharper lines, and burns nothing out', async ({
    assert,
    fs,
  }) => {
    const source = await rampClip(fs.basePath)

    const { result } = await operate(source, 'enhance')

    const [plain, better] = [await firstOf(source), await firstOf(result)]
    const contrast = (frame: frames.Frame) =>
      frames.mean(frame, partOf(0.6)) - frames.mean(frame, partOf(0.3))
    assert.isAbove(contrast(better), contrast(plain) * 1.1)
    assert.isBelow(contrast(better), contrast(plain) * 1.4)
    assert.isAbove(frames.laplacianVariance(better), frames.laplacianVariance(plain) * 1.2)
    const clipped = (frame: frames.Frame) => frames.part(frame, (v) => v < 3 || v > 252)
    assert.isBelow(clipped(better), clipped(plain) + 0.02)
    assert.closeTo(frames.mean(better), frames.mean(plain), 4)
  })

  test('enhance leaves shadows apart that were apart', async ({ assert, fs }) => {
    const steps = `geq=lum='20+6*floor(X/64)':cb=128:cr=128`
    const source = await clipOf(fs.basePath, `color=gray:s=320x96:r=25:d=0.3,${steps}`)

    const picture = await firstOf((await operate(source, 'enhance')).result)

    const bars = [0.05, 0.25, 0.45, 0.65, 0.85].map((at) => frames.mean(picture, partOf(at)))
    bars.slice(1).forEach((light, n) => assert.isAbove(light, bars[n] + 3))
  })

  test('denoise takes most of the noise and none of the light', async ({ assert, fs }) => {
    const noise = 'color=0x606060:s=320x180:r=25:d=0.6,noise=alls=30:allf=t+u'
    const source = await clipOf(fs.basePath, noise)

    const left = await operate(source, 'denoise', { strength: 0 })
    const clean = await operate(source, 'denoise', { strength: 0.8 })

    const [before, after] = await Promise.all(
      [left, clean].map(async ({ result }) => (await frames.framesOf(result))[10])
    )
    assert.isBelow(frames.variance(after), frames.variance(before) * 0.3)
    assert.closeTo(frames.mean(after), frames.mean(before), 3)
  })

  test('stabilise takes most of the shaking out', async ({ assert, fs }) => {
    const shake = `crop=320:180:x='20+9*sin(n*1.9)':y='20+7*cos(n*2.3)'`
    const still = `testsrc2=s=360x220:r=25:d=0.04,loop=-1:1,trim=end_frame=20,setpts=N/25/TB`
    const source = await clipOf(fs.basePath, `${still},${shake}`)

    const { result } = await operate(source, 'stabilise')

    assert.isBelow(await shaking(result), (await shaking(source)) * 0.5)
  })

  /** Mean way in pixels that the picture jumps from one to the next. */
  async function shaking(path: string): Promise<number> {
    const pictures = await frames.framesOf(path)
    const jumps = pictures.slice(1).map((next, n) => jump(pictures[n], next))
    return jumps.reduce((sum, one) => sum + one, 0) / jumps.length
  }

  /** The shift at which the middles of two pictures differ least. */
  function jump(one: frames.Frame, next: frames.Frame): number {
    let best = { difference: Infinity, way: 0 }
    for (let dx = -20; dx <= 20; dx++) {
      for (let dy = -16; dy <= 16; dy++) {
        const difference = differenceAt(one, next, dx, dy)
        if (difference < best.difference) best = { difference, way: Math.hypot(dx, dy) }
      }
    }
    return best.way
  }

  function differenceAt(one: frames.Frame, next: frames.Frame, dx: number, dy: number): number {
    let sum = 0
    for (let y = 40; y < 140; y += 4) {
      for (let x = 60; x < 260; x += 4) {
        const at = y * one.width + x
        sum += Math.abs(one.samples[at] - next.samples[at + dy * one.width + dx])
      }
    }
    return sum
  }

  test('a text in {script} begins at its {side}')
    .with([
      { script: 'Latin', text: 'laaaa', side: 'left' },
      { script: 'Hebrew', text: 'לנננ', side: 'right' },
      { script: 'Greek', text: 'λααα', side: 'left' },
      { script: 'Cyrillic', text: 'бааа', side: 'left' },
    ])
    .run(async ({ assert, fs }, { text, side }) => {
      const source = await clipOf(fs.basePath, 'color=black:s=320x180:r=25:d=0.2')

      const { result } = await operate(source, 'watermark', {
        ...{ text, position: 'center', size: 0.4, opacity: 1 },
      })

      const picture = await firstOf(result)
      const box = frames.lightBox(picture)
      const rows = picture.samples.subarray(0, (box.top + box.height / 10) * picture.width)
      const top = frames.lightBox({ ...picture, samples: rows })
      const middle = box.left + box.width / 2
      assert.equal(top.left + top.width / 2 < middle ? 'left' : 'right', side)
    })

  test('{$self} is drawn, and inside the picture')
    .with(['فيديو', 'naïve façade', 'x'.repeat(60), 'two\nlines', '5 € → 100 %'])
    .run(async ({ assert, fs }, text) => {
      const source = await clipOf(fs.basePath, 'color=black:s=320x180:r=25:d=0.2')

      const { result } = await operate(source, 'watermark', {
        ...{ text, position: 'top_left', size: 0.2, opacity: 1 },
      })

      const box = frames.lightBox(await firstOf(result), 60)
      assert.isAbove(box.width, 4)
      assert.isAbove(box.left, 0)
      assert.isBelow(box.left + box.width, 320)
      assert.isBelow(box.top, 40)
    })
})

import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { drawWaveform, waveformArguments } from '#media/analysis/draw_waveform'
import { planEncode } from '#media/plan/encode_plan'
import { runFfmpeg } from '#media/run/ffmpeg'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { probe } from '#media/probe/probe'
import { verifyPoster } from '#media/verify/verify_poster'
import { makeClip } from '#tests/fixtures/make_clip'
import { recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import * as see from '#tests/integration/media/pictures'

const POSTER = { width: 320, atS: null }
const WAYS = { 'beside an encode': [renditionRecipe()], 'alone': [] }
type Way = keyof typeof WAYS

async function posterOf(path: string, way: Way): Promise<string> {
  const info = await probe(path, { binaries: see.BINARIES, limits: see.LIMITS })
  const folder = join(path, '..', 'made')
  await mkdir(folder, { recursive: true })
  const plan = planEncode(info, recipe(WAYS[way], POSTER))
  await runFfmpeg(ffmpegArguments(plan, { inputPath: path, outputDirectory: folder }), {
    binary: see.BINARIES.ffmpeg,
    durationS: info.durationS,
    limits: see.ENCODE_LIMITS,
  })
  const poster = join(folder, 'poster.jpg')
  await verifyPoster(poster)
  return poster
}

/** Two seconds of something, then two of a green picture with much in it. */
function beginningWith(folder: string, opening: string): Promise<string> {
  const grey = `testsrc2=s=320x180:r=25:d=2,hue=s=0,colorbalance=gm=1:gs=1:gh=1`
  const inputs = [`${opening}:s=320x180:r=25:d=2,format=yuv420p`, `${grey},format=yuv420p`]
  const args = inputs.flatMap((input) => ['-f', 'lavfi', '-i', input])
  return makeClip(join(folder, 'opening.mp4'), [
    ...[...args, '-filter_complex', 'concat=n=2:v=1', '-c:v', 'libx264', '-preset', 'ultrafast'],
  ])
}

const MIDDLE = { x: 0.2, y: 0.2, width: 0.6, height: 0.6 }

test.group('poster', (group) => {
  group.each.timeout(60_000)

  test('shows the picture behind an opening that shows nothing: {0}, {1}')
    .with([
      ['color=black', 'beside an encode'],
      ['color=black', 'alone'],
      ['color=white', 'beside an encode'],
      ['color=0xa02020', 'alone'],
    ] as [string, Way][])
    .run(async ({ assert, fs }, [opening, way]) => {
      await fs.mkdir('.')

      const poster = await posterOf(await beginningWith(fs.basePath, opening), way)

      const { red, green } = await see.meanColour(poster, MIDDLE)
      assert.isAbove(green, red + 15)
      assert.isBelow(green, 240)
    })

  test('what shows nothing at all still has one: {$self}')
    .with(['black', 'white'])
    .run(async ({ assert, fs }, colour) => {
      await fs.mkdir('.')
      const source = ['-f', 'lavfi', '-i', `color=${colour}:s=64x64:r=25:d=1`]
      const clip = await makeClip(join(fs.basePath, 'plain.mp4'), [...source, '-c:v', 'libx264'])

      const { green } = await see.meanColour(await posterOf(clip, 'beside an encode'), see.WHOLE)

      assert.closeTo(green, colour === 'black' ? 0 : 255, 5)
    })
})

test.group('drawWaveform', () => {
  test('draws where it is loud and where it is silent', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const loudThenSilent = `sine=frequency=440:d=4,volume='if(lt(t,2),4,0)':eval=frame`
    const inputPath = await makeClip(join(fs.basePath, 'half.m4a'), [
      ...['-f', 'lavfi', '-i', loudThenSilent, '-c:a', 'aac'],
    ])
    const size = { width: 640, height: 360 }
    const planned = {
      kind: 'waveform',
      fileName: '100%d.jpg',
      audioIndex: 0,
      durationS: 4,
    } as const

    await drawWaveform(
      { ...planned, ...size },
      { inputPath, outputDirectory: fs.basePath },
      { binaries: see.BINARIES }
    )
    const outputPath = join(fs.basePath, planned.fileName)

    const left = { x: 0.1, y: 0.3, width: 0.3, height: 0.4 }
    const loud = await see.meanColour(outputPath, left)
    const silent = await see.meanColour(outputPath, { ...left, x: 0.6 })
    assert.isAbove(loud.red, silent.red + 60)
  })

  test('holds little of ten hours of sound at a time', ({ assert }) => {
    const size = { width: 1280, height: 720, fileName: 'poster.jpg' }
    const planned = { kind: 'waveform', ...size, audioIndex: 0, durationS: 36_000 } as const

    const args = waveformArguments(planned, { inputPath: '/in', outputDirectory: '/out' })

    const graph = args[args.indexOf('-filter_complex') + 1]
    const rate = Number(/aresample=(\d+)/.exec(graph)![1])
    assert.isAtMost(rate * planned.durationS * 2, 160 * 1024 * 1024)
    assert.include(graph, 'asetnsamples')
  })
})

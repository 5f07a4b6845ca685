import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { test } from '@japa/runner'
import { planEncode } from '#media/plan/encode_plan'
import { runFfmpeg } from '#media/run/ffmpeg'
import { ffmpegArguments } from '#media/command/ffmpeg_arguments'
import { jpegSize } from '#media/verify/jpeg_size'
import { probe } from '#media/probe/probe'
import type { Recipe } from '#media/recipe/recipe'
import { makeStoryboard } from '#media/storyboard/make_storyboard'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import * as see from '#tests/integration/media/pictures'

const STORYBOARD = { tileWidth: 160, columns: 10, maxTiles: 400 }
const ALONE: Recipe = { ...recipe([]), storyboard: STORYBOARD }
const WITH_ENCODE: Recipe = { ...recipe([renditionRecipe()]), storyboard: STORYBOARD }

/** The storyboard of a clip, and its cues as a player reads them. */
async function storyboardOf(path: string, wanted: Recipe) {
  const info = await probe(path, {
    binaries: see.BINARIES,
    limits: { ...see.LIMITS, maxDurationS: 600 },
  })
  const plan = planEncode(info, wanted)
  const folder = join(path, '..', 'a "%03d" folder')
  await mkdir(folder, { recursive: true })
  const args = ffmpegArguments(plan, { inputPath: path, outputDirectory: folder })
  await runFfmpeg(args, {
    binary: see.BINARIES.ffmpeg,
    durationS: info.durationS,
    limits: see.ENCODE_LIMITS,
  })
  const { files, proof } = await makeStoryboard(plan.storyboard!, {
    folder,
    binaries: see.BINARIES,
  })
  const cues = cuesOf(await readFile(files[0], 'utf8'))
  return { plan, folder, files, proof, cues, sheet: jpegSize(await readFile(files[1]))! }
}

interface Cue {
  fromS: number
  toS: number
  sheet: string
  place: { x: number; y: number; width: number; height: number }
}

const CUE = /^([\d:.]+) --> ([\d:.]+)\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)$/gm

function cuesOf(vtt: string): Cue[] {
  return [...vtt.matchAll(CUE)].map(([, from, to, sheet, ...numbers]) => {
    const [x, y, width, height] = numbers.map(Number)
    return { fromS: secondsOf(from), toS: secondsOf(to), sheet, place: { x, y, width, height } }
  })
}

function secondsOf(text: string): number {
  return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
}

/** Mean colour of the middle of a cue's tile. */
function tileColour(of: { folder: string; sheet: { width: number; height: number } }, cue: Cue) {
  const { x, y, width, height } = cue.place
  const region = {
    x: (x + width / 4) / of.sheet.width,
    y: (y + height / 4) / of.sheet.height,
    width: width / 2 / of.sheet.width,
    height: height / 2 / of.sheet.height,
  }
  return see.meanColour(join(of.folder, cue.sheet), region)
}

/** Each second has a colour of its own. */
function colouredClip(folder: string, options: { durationS: number; keyFrameEveryS: number }) {
  const { durationS, keyFrameEveryS } = options
  const red = `if(lt(mod(T,4),2),220,30)`
  const green = `if(lt(mod(T,2),1),220,30)`
  const picture = `nullsrc=s=64x36:r=10:d=${durationS},format=gbrp,geq=r='${red}':g='${green}':b='40'`
  return makeClip(join(folder, 'coloured.mp4'), [
    ...['-f', 'lavfi', '-i', picture, '-c:v', 'libx264', '-preset', 'ultrafast'],
    ...['-pix_fmt', 'yuv444p', '-g', '9999', '-sc_threshold', '0'],
    ...['-force_key_frames', `expr:gte(t,n_forced*${keyFrameEveryS})`],
  ])
}

/** What `colouredClip` shows at a moment. */
function colourAt(timeS: number) {
  return { red: timeS % 4 < 2 ? 220 : 30, green: timeS % 2 < 1 ? 220 : 30, blue: 40 }
}

test.group('storyboard', (group) => {
  group.each.timeout(60_000)

  test('every tile shows the picture of its time, beside an encode', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const clip = await colouredClip(fs.basePath, { durationS: 14, keyFrameEveryS: 3 })

    const board = await storyboardOf(clip, WITH_ENCODE)

    assert.lengthOf(board.cues, 14)
    assert.equal(board.plan.storyboard!.isOwnInput, false)
    assert.deepEqual(board.sheet, { width: 1600, height: 180 })
    for (const [second, cue] of board.cues.entries()) {
      assert.closeTo(cue.fromS, second, 0.01)
      assert.closeTo(cue.toS, second + 1, 0.11)
      const colour = await tileColour(board, cue)
      for (const part of ['red', 'green', 'blue'] as const) {
        assert.closeTo(colour[part], colourAt(cue.fromS)[part], 25, `${part} at ${second} s`)
      }
    }
  })

  test('key frames alone are told with their own moments', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const clip = await colouredClip(fs.basePath, { durationS: 130, keyFrameEveryS: 7 })
    const fewTiles = { ...ALONE, storyboard: { ...STORYBOARD, maxTiles: 30 } }

    const board = await storyboardOf(clip, fewTiles)

    assert.isTrue(board.plan.storyboard!.isKeyFramesOnly)
    assert.lengthOf(board.cues, 19)
    assert.deepEqual(
      board.cues.map(({ fromS }) => fromS),
      board.cues.map((_, at) => at * 7)
    )
    assert.closeTo(board.cues.at(-1)!.toS, 130, 0.1)
    for (const cue of [board.cues[1], board.cues[2], board.cues[18]]) {
      const colour = await tileColour(board, cue)
      assert.closeTo(colour.red, colourAt(cue.fromS).red, 25)
      assert.closeTo(colour.green, colourAt(cue.fromS).green, 25)
    }
  })

  test('a source of one key frame is decoded whole', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const clip = await colouredClip(fs.basePath, { durationS: 130, keyFrameEveryS: 1000 })

    const board = await storyboardOf(clip, ALONE)

    assert.isFalse(board.plan.storyboard!.isKeyFramesOnly)
    assert.lengthOf(board.cues, 130)
    for (const cue of [board.cues[1], board.cues[66], board.cues[127]]) {
      const colour = await tileColour(board, cue)
      assert.closeTo(colour.red, colourAt(cue.fromS).red, 25)
      assert.closeTo(colour.green, colourAt(cue.fromS).green, 25)
    }
  })

  test('an upright clip has upright tiles', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const board = await storyboardOf(await clips.portraitClip(fs.basePath), WITH_ENCODE)

    assert.deepEqual(board.cues[0].place, { x: 0, y: 0, width: 90, height: 160 })
    const [top, bottom] = [see.TOP, see.BOTTOM].map((region) =>
      see.meanColour(join(board.folder, board.cues[0].sheet), region)
    )
    assert.isAbove((await top).red, 150)
    assert.isAbove((await bottom).blue, 150)
  })

  test('one picture makes one tile: {$self}')
    .with(['alone', 'beside an encode'])
    .run(async ({ assert, fs }, how) => {
      await fs.mkdir('.')
      const clip = await clips.oneFrameClip(fs.basePath)
      const board = await storyboardOf(clip, how === 'alone' ? ALONE : WITH_ENCODE)

      assert.lengthOf(board.cues, 1)
      assert.equal(board.cues[0].fromS, 0)
      assert.deepEqual(board.sheet, { width: 160, height: 90 })
    })

  test('more tiles than a sheet holds go on further sheets', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const clip = await colouredClip(fs.basePath, { durationS: 14, keyFrameEveryS: 3 })
    const small: Recipe = { ...ALONE, storyboard: { ...STORYBOARD, columns: 2 } }

    const board = await storyboardOf(clip, small)

    assert.deepEqual(
      board.files.map((path) => basename(path)),
      ['storyboard.vtt', ...[1, 2, 3, 4].map((number) => `storyboard-${number}.jpg`)]
    )
    const colour = await tileColour(board, board.cues[13])
    assert.closeTo(colour.red, colourAt(13).red, 25)
    assert.isTrue(board.proof.checks.every(({ ok }) => ok))
  })

  test('HDR is no washed-out tile', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const board = await storyboardOf(await clips.hdrClip(fs.basePath, 'smpte2084'), ALONE)

    assert.lengthOf(board.cues, 1)
    assert.equal(board.proof.frameCount, 1)
  })
})

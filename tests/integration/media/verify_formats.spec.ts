import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { MediaError } from '#media/errors'
import type { PlannedRendition } from '#media/plan/encode_plan'
import type { StreamSpan } from '#media/probe/stream_span'
import { verifyRendition } from '#media/verify/verify'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { make as makeRecipe, operate } from '#tests/integration/media/operation_run'
import { recipe, renditionRecipe } from '#tests/fixtures/media_infos'
import { BINARIES } from '#tests/integration/media/pictures'

/** `flipped`: what is said of bytes that were turned over; samples of WAV and pixels of WebP carry no check of their own. */
const FORMATS = [
  { format: 'mp4', operation: 'convert', flipped: 'RESULT_DAMAGED' },
  { format: 'mov', operation: 'convert', flipped: 'RESULT_DAMAGED' },
  { format: 'mkv', operation: 'convert', flipped: 'RESULT_CUT_SHORT' },
  { format: 'webm', operation: 'convert', flipped: 'RESULT_CUT_SHORT' },
  { format: 'gif', operation: 'convert', flipped: 'RESULT_CUT_SHORT' },
  { format: 'webp', operation: 'convert', flipped: null },
  { format: 'mp3', operation: 'extract_audio', flipped: 'RESULT_DAMAGED' },
  { format: 'm4a', operation: 'extract_audio', flipped: 'RESULT_DAMAGED' },
  { format: 'opus', operation: 'extract_audio', flipped: 'RESULT_CUT_SHORT' },
  { format: 'wav', operation: 'extract_audio', flipped: null },
]

const WEB = ['-c:v', 'libx264', '-preset', 'ultrafast', '-profile:v', 'high', '-pix_fmt', 'yuv420p']

interface Made {
  path: string
  planned: PlannedRendition
  spans: StreamSpan[]
}

async function make(
  folder: string,
  { operation, format }: (typeof FORMATS)[number]
): Promise<Made> {
  const source = await clips.landscapeClip(folder, { name: 'source.mp4', durationS: 3 })
  const { result, planned, info } = await operate(source, operation, { format })
  return { path: result, planned, spans: info.spans }
}

/** Another file in the place of the one that was made. */
async function remade(made: Made, args: string[]): Promise<string> {
  const path = `${made.path}.other.${made.planned.container}`
  const moved = ['-max_muxing_queue_size', '4096']
  return makeClip(path, ['-i', made.path, ...args, ...moved])
}

async function failureOf(path: string, { planned, spans }: Made): Promise<MediaError | null> {
  try {
    await verifyRendition(path, planned, { binaries: BINARIES, sourceSpans: spans })
    return null
  } catch (error) {
    if (error instanceof MediaError) return error
    throw error
  }
}

async function verdict(path: string, made: Made): Promise<string | null> {
  return (await failureOf(path, made))?.code ?? null
}

async function cut(made: Made, part: number): Promise<string> {
  const path = `${made.path}.${part}`
  await copyFile(made.path, path)
  const { length } = await readFile(path)
  await truncate(path, Math.floor(length * part))
  return path
}

async function flipped(made: Made): Promise<string> {
  const bytes = await readFile(made.path)
  for (let at = bytes.length >> 1; at < bytes.length; at += 97) bytes[at] ^= 0xff
  const path = `${made.path}.flipped`
  await writeFile(path, bytes)
  return path
}

test.group('verifyRendition of each format', (group) => {
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('{format}: takes the whole, refuses a half, nine tenths, and turned bytes where they tell')
    .with(FORMATS)
    .run(async ({ assert, fs }, wanted) => {
      const made = await make(fs.basePath, wanted)

      const cutOff = wanted.format === 'webp' ? 'RESULT_DAMAGED' : 'RESULT_CUT_SHORT'
      assert.isNull(await verdict(made.path, made))
      assert.equal(await verdict(await cut(made, 0.5), made), cutOff)
      assert.equal(await verdict(await cut(made, 0.9), made), cutOff)
      assert.equal(await verdict(await flipped(made), made), wanted.flipped)
    })

  test('av1: takes the whole, refuses a half and H.264 in its place', async ({ assert, fs }) => {
    const source = await clips.landscapeClip(fs.basePath, { durationS: 2 })
    const av1 = renditionRecipe({ video: { codecs: ['av1'] } })
    const { info, plan, results } = await makeRecipe(source, recipe([av1]))
    const made = { path: results[0], planned: plan.renditions[0], spans: info.spans }

    assert.isNull(await verdict(made.path, made))
    assert.equal(await verdict(await cut(made, 0.5), made), 'RESULT_CUT_SHORT')
    const other = await remade(made, [...WEB, '-c:a', 'copy'])
    assert.include((await failureOf(other, made))?.evidence, 'expected video:av1 audio:aac')
  })

  test('{format}: refuses {what}')
    .with([
      {
        format: 'webm',
        what: 'another codec',
        args: ['-c:v', 'libvpx', '-c:a', 'copy'],
        says: /streams/,
      },
      {
        format: 'mkv',
        what: 'a sound that is missing',
        args: ['-c', 'copy', '-an'],
        says: /streams/,
      },
      { format: 'mov', what: 'an index behind the data', args: ['-c', 'copy'], says: /fast start/ },
      {
        format: 'mp4',
        what: 'sound that runs 90 ms away',
        args: [...WEB, '-c:a', 'aac', '-af', 'apad=pad_dur=0.09', '-movflags', '+faststart'],
        says: /drift: expected at most 40 ms/,
      },
      {
        format: 'mkv',
        what: 'moments that repeat',
        args: [
          ...['-c:v', 'libx264', '-profile:v', 'high', '-bf', '2', '-pix_fmt', 'yuv420p'],
          ...['-c:a', 'copy'],
          ...['-bsf:v', "setts=pts='if(eq(mod(N,10),5),PREV_INPTS,PTS)':dts=DTS"],
        ],
        says: /timestamps of stream 0: expected strictly rising/,
      },
      {
        format: 'mp3',
        what: 'another codec',
        args: ['-c:a', 'aac', '-f', 'adts'],
        says: /streams: expected audio:mp3, got audio:aac/,
      },
    ])
    .run(async ({ assert, fs }, { format, args, says }) => {
      const made = await make(
        fs.basePath,
        FORMATS.find((one) => one.format === format)!
      )

      const error = await failureOf(await remade(made, args), made)

      assert.equal(error?.code, 'RESULT_WRONG')
      assert.match(error!.evidence, says)
    })
})

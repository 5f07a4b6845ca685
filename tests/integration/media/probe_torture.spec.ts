import { createCipheriv, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import type { MediaError } from '#media/errors'
import { probe } from '#media/probe/probe'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { pictured } from '#tests/fixtures/media_infos'
import { BINARIES, LIMITS } from '#tests/integration/media/pictures'

const look = async (path: string, limits: object = {}) =>
  pictured(await probe(path, { binaries: BINARIES, limits: { ...LIMITS, ...limits } }))

const refusalOf = (path: string, limits: object = {}) =>
  look(path, limits).then(
    () => 'taken',
    (error: MediaError) => error.code
  )

const PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=1']
const TONE = ['-f', 'lavfi', '-i', 'sine=d=1']
const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']

async function turned(folder: string, rotate: number): Promise<string> {
  const plain = await clips.silentClip(folder, { name: 'plain.mp4' })
  const path = join(folder, `turned_${rotate}.mp4`)
  return makeClip(path, [...['-i', plain, '-c', 'copy', '-metadata:s:v:0', `rotate=${rotate}`]])
}

/** Two moments in every picture, and no mark that says so. */
function unmarkedInterlaced(folder: string): Promise<string> {
  const filters = 'tinterlace=interleave_top,setfield=prog'
  const encode = ['-vf', filters, ...H264]
  return clips.silentClip(folder, { name: 'unmarked.mp4', rate: 50, durationS: 2, encode })
}

/** Two languages of sound, a cover, two chapters, words in French. */
async function fullHouse(folder: string): Promise<string> {
  const words = join(folder, 'words.srt')
  await writeFile(words, '1\n00:00:00,000 --> 00:00:00,800\nBonjour\n')
  const chapters = join(folder, 'chapters.txt')
  const chapter = (from: number, to: number, title: string) =>
    `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${from}\nEND=${to}\ntitle=${title}\n`
  await writeFile(chapters, `;FFMETADATA1\n${chapter(0, 500, 'One')}${chapter(500, 1000, 'Two')}`)
  const cover = await clips.picturePng(folder, 'cover.png')
  return makeClip(join(folder, 'full.mkv'), [
    ...[...PICTURE, ...TONE, ...TONE, '-i', words, '-i', chapters, '-map_metadata', '4'],
    ...['-map', '0', '-map', '1', '-map', '2', '-map', '3', ...H264, '-c:a', 'aac', '-c:s', 'srt'],
    ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=deu'],
    ...['-metadata:s:a:1', 'title=Kommentar', '-metadata:s:s:0', 'language=fre'],
    ...['-attach', cover, '-metadata:s:t', 'mimetype=image/png'],
  ])
}

test.group('probe, what cameras and tools write', () => {
  test('turns by the display matrix')
    .with([
      [90, 270, '180x320'],
      [180, 180, '320x180'],
      [270, 90, '180x320'],
    ] as const)
    .run(async ({ assert, fs }, [written, clockwise, shown]) => {
      await fs.mkdir('.')

      const { video } = await look(await turned(fs.basePath, written))

      assert.include([clockwise, written], video.rotation)
      assert.equal(`${video.width}x${video.height}`, shown)
    })

  test('sees interlaced pictures that nobody marked, and says so', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { video, warnings } = await look(await unmarkedInterlaced(fs.basePath))

    assert.isTrue(video.isInterlaced)
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['INTERLACED_UNMARKED']
    )
  })

  test('takes moving edges for no comb', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { video } = await look(await clips.silentClip(fs.basePath, { durationS: 2 }))

    assert.isFalse(video.isInterlaced)
  })

  test('tells tracks with language and title, chapters, words and cover', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')

    const info = await look(await fullHouse(fs.basePath))

    assert.deepEqual(
      info.audioTracks.map(({ language, title }) => [language, title]),
      [
        ['eng', null],
        ['deu', 'Kommentar'],
      ]
    )
    assert.isTrue(info.audioTracks.every(({ bitRate }) => bitRate! > 10_000))
    assert.containSubset(info.subtitleTracks, [{ codec: 'subrip', language: 'fre', isText: true }])
    assert.deepEqual(
      info.chapters.map(({ startS, title }) => [startS, title]),
      [
        [0, 'One'],
        [0.5, 'Two'],
      ]
    )
    assert.isTrue(info.hasSubtitles && info.hasChapters && info.hasCoverArt)
    assert.equal(info.video.codec, 'h264')
  })

  test('tells how 5.1 is laid out', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { audio } = await look(await clips.surroundClip(fs.basePath))

    assert.deepInclude(audio, { channels: 6, channelLayout: '5.1' })
  })

  test('tells 10 bits in 4:4:4', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv444p10le']

    const { video } = await look(await clips.silentClip(fs.basePath, { encode }))

    assert.deepInclude(video, { pixelFormat: 'yuv444p10le', bitDepth: 10, hdr: null })
  })

  test('measures what begins before zero', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const path = join(fs.basePath, 'early.mkv')
    const early = ['-output_ts_offset', '-0.4', '-avoid_negative_ts', 'disabled']
    await makeClip(path, [...PICTURE, ...TONE, '-c:v', 'mpeg4', '-c:a', 'mp2', ...early])

    const info = await look(path)

    assert.isBelow(info.video.startS, -0.3)
    assert.closeTo(info.durationS, 1, 0.1)
    assert.equal(info.video.frameCount, 25)
  })

  test('tells average and claimed rate of an uneven rhythm apart', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { video } = await look(await clips.variableRateClip(fs.basePath))

    assert.isTrue(video.isVariableFrameRate)
    assert.closeTo(video.frameRate, video.frameCount / video.durationS!, 0.5)
    assert.isNumber(video.realFrameRate)
  })
})

test.group('probe, what else is refused', () => {
  test('random bytes are unreadable and not encrypted', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const path = join(fs.basePath, 'random.mp4')
    await writeFile(path, randomBytes(1024 * 1024))

    assert.equal(await refusalOf(path), 'INPUT_UNREADABLE')
  })

  test('a segment of an encrypted stream is told as such', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const plain = await clips.silentClip(fs.basePath, { name: 'plain.ts' })
    const cipher = createCipheriv('aes-128-cbc', randomBytes(16), randomBytes(16))
    const path = join(fs.basePath, 'segment.ts')
    await writeFile(path, Buffer.concat([cipher.update(await readFile(plain)), cipher.final()]))

    assert.equal(await refusalOf(path), 'INPUT_ENCRYPTED')
  })

  test('still and moving pictures of picture formats are pictures')
    .with(['one.webp', 'moving.webp', 'one.apng'])
    .run(async ({ assert, fs }, name) => {
      await fs.mkdir('.')
      const count = name.startsWith('one') ? ['-frames:v', '1'] : []
      const path = await makeClip(join(fs.basePath, name), [...PICTURE, ...count])

      assert.equal(await refusalOf(await clips.renamed(path, 'clip.mp4')), 'INPUT_IS_IMAGE')
    })

  test('has a limit with a name of its own for bytes and for pictures a second')
    .with([
      { limits: { maxSizeBytes: 1000 }, code: 'INPUT_TOO_MANY_BYTES' },
      { limits: { maxFrameRate: 20 }, code: 'INPUT_FRAME_RATE' },
    ])
    .run(async ({ assert, fs }, { limits, code }) => {
      await fs.mkdir('.')

      assert.equal(await refusalOf(await clips.silentClip(fs.basePath), limits), code)
    })

  test('opens no other file, whatever the disguise')
    .with([
      (victim: string) => `<?xml version="1.0"?><MPD><BaseURL>${victim}</BaseURL></MPD>`,
      (victim: string) => `#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n${victim}\n`,
      (victim: string) => `[playlist]\nFile1=${victim}\nNumberOfEntries=1\n`,
      (victim: string) => `v=0\r\nc=IN IP4 127.0.0.1\r\na=${victim}\r\n`,
    ])
    .run(async ({ assert, fs }, disguise) => {
      await fs.mkdir('.')
      const victim = await clips.silentClip(fs.basePath, { name: 'victim.ts' })
      const path = join(fs.basePath, 'disguised.mp4')
      await writeFile(path, disguise(victim))

      assert.equal(await refusalOf(path), 'INPUT_MANIFEST')
    })
})

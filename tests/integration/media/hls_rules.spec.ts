import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { parseWebVtt } from '#media/subtitles/parse_webvtt'
import { measureSpans } from '#media/verify/verify'
import { srt, subtitledClip } from '#tests/fixtures/subtitled_clips'
import { parseM3u8, type M3u8, type M3u8Segment } from '#tests/helpers/parse_m3u8'
import { packageOf } from '#tests/integration/media/hls_package'
import * as see from '#tests/integration/media/pictures'

interface Stream extends M3u8 {
  name: string
  path: string
  complaints: string[]
}

interface Range {
  offset: number
  length: number
}

const WORDS = srt(['00:00:00,500', '00:00:03,000', 'Hello'])
const RUNGS = ['video-low.m3u8', 'video-least.m3u8']
/** The parser's sum and ours differ by what the playlist rounds to. */
const ROUNDING_S = 0.001

/** Each title is a rule of RFC 8216; the ladder was made once, of a clip with sound and subtitles. */
test.group('HLS, by the rules of RFC 8216', (group) => {
  let folder: string
  let hls: string
  let master: M3u8 & { complaints: string[] }
  let rungs: Stream[]
  let sound: Stream
  let all: Stream[]

  group.tap((one) => one.timeout(60_000))
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mediakeep-hls-'))
    const tracks = ['eng', 'ger'].map((language) => ({
      ...{ format: 'srt' as const, text: WORDS, language },
      disposition: language === 'eng' ? 'default' : '0',
    }))
    const made = await packageOf(await subtitledClip(folder, tracks, { durationS: 7 }))
    hls = made.hls
    master = parseM3u8(await made.text('master.m3u8'))
    const readStream = async (name: string) => {
      const playlist = parseM3u8(await made.text(name))
      return { ...playlist, name, path: join(hls, playlist.segments[0].uri) }
    }
    rungs = await Promise.all(RUNGS.map(readStream))
    sound = await readStream('sound.m3u8')
    all = [...rungs, sound]
  })
  group.teardown(() => rm(folder, { recursive: true, force: true }))

  test('4: a parser that is not ours has nothing to complain about', ({ assert }) => {
    assert.deepEqual(
      [master, ...all].flatMap(({ complaints }) => complaints),
      []
    )
    assert.isTrue([master, ...all].every(({ version }) => version >= 7))
  })

  test('4.3.3.1: no EXTINF, rounded, passes the target duration', ({ assert }) => {
    for (const { segments, targetDuration } of all)
      assert.isTrue(segments.every(({ duration }) => Math.round(duration) <= targetDuration))
  })

  test('4.3.3.4 and 4.3.3.5: a whole video is VOD and ends', ({ assert }) => {
    assert.isTrue(all.every(({ endList, playlistType }) => endList && playlistType === 'VOD'))
  })

  test('6.2.4: every rung and the sound name the same target duration', ({ assert }) => {
    assert.lengthOf(new Set(all.map(({ targetDuration }) => targetDuration)), 1)
  })

  test('6.2.4: rungs are cut at the same pictures', ({ assert }) => {
    const [first, second] = rungs.map(({ segments }) => startsOf(segments))
    assert.lengthOf(second, first.length)
    first.forEach((startS, at) => assert.closeTo(second[at], startS, 1 / 25))
  })

  test('4.3.2.1: the segments last as long as what is in the file', async ({ assert }) => {
    for (const { path, segments } of all) {
      const [span] = await measureSpans(path, { binaries: see.BINARIES })
      const sumS = segments.reduce((sum, { duration }) => sum + duration, 0)
      assert.closeTo(sumS, span.durationS, 0.05)
    }
  })

  test('4.3.2.2: every byte range lies in its file and begins with a fragment', async ({
    assert,
  }) => {
    for (const { path, segments } of all) {
      const { size } = await stat(path)
      for (const { byterange } of segments) {
        assert.isAtMost(byterange!.offset + byterange!.length, size)
        assert.include(['moof', 'styp'], await boxAt(path, byterange!.offset))
      }
    }
  })

  test('4.3.2.5: the map holds the header and no media', async ({ assert }) => {
    for (const { path, segments } of all) {
      const { byterange } = segments[0].map!
      const header = await read(path, byterange)
      assert.deepEqual(
        boxesOf(header).filter((type) => !['ftyp', 'moov'].includes(type)),
        []
      )
      assert.isTrue(segments.every(({ map }) => map?.uri === segments[0].uri))
    }
  })

  test('4.3.5.1: every segment of a rung begins with a key frame', async ({ assert }) => {
    assert.isTrue(master.independentSegments)
    for (const { path, segments } of rungs) {
      const header = await read(path, segments[0].map!.byterange)
      for (const [at, { byterange }] of segments.entries()) {
        const alone = join(folder, `alone-${at}.mp4`)
        await writeFile(alone, Buffer.concat([header, await read(path, byterange!)]))
        const [video] = await see.packetsOf(alone)
        assert.match(video.flags, /K/)
      }
    }
  })

  test('4.3.4.2: BANDWIDTH is no less than any stretch of segments needs', ({ assert }) => {
    for (const [at, { attributes }] of master.playlists!.entries()) {
      const needed = peakOf(rungs[at]) + peakOf(sound)
      assert.isAtLeast(attributes.BANDWIDTH, needed - 2)
      assert.isAtMost(attributes.BANDWIDTH, needed * 1.1)
    }
  })

  test('4.3.4.2: AVERAGE-BANDWIDTH is the rate of what is sent', ({ assert }) => {
    for (const [at, { attributes }] of master.playlists!.entries()) {
      const rate = averageOf(rungs[at].segments) + averageOf(sound.segments)
      assert.closeTo(Number(attributes['AVERAGE-BANDWIDTH']), rate, 3)
      assert.isAtMost(Number(attributes['AVERAGE-BANDWIDTH']), attributes.BANDWIDTH)
    }
  })

  test('4.3.4.2: CODECS says what the headers say', async ({ assert }) => {
    for (const [at, { attributes }] of master.playlists!.entries()) {
      const avc = (await readFile(rungs[at].path)).indexOf('avcC') + 5
      const bytes = (await readFile(rungs[at].path)).subarray(avc, avc + 3)
      const aac = `mp4a.40.${objectTypeOf(await readFile(sound.path))}`
      assert.equal(attributes.CODECS, `avc1.${bytes.toString('hex')},${aac}`)
    }
  })

  test('4.3.4.2: RESOLUTION and FRAME-RATE are measured', async ({ assert }) => {
    for (const [at, { attributes }] of master.playlists!.entries()) {
      const [video] = await see.streamsOf(rungs[at].path)
      const [span] = await measureSpans(rungs[at].path, { binaries: see.BINARIES })
      assert.deepEqual(attributes.RESOLUTION, { width: video.width, height: video.height } as never)
      assert.closeTo(attributes['FRAME-RATE'], span.packets / span.durationS, 0.01)
    }
  })

  test('4.3.4.1: rungs name groups that are there, with one default each', ({ assert }) => {
    const { AUDIO, SUBTITLES } = master.mediaGroups!
    for (const { attributes } of master.playlists!) {
      assert.property(AUDIO, attributes.AUDIO!)
      assert.property(SUBTITLES, attributes.SUBTITLES!)
    }
    for (const one of [AUDIO.sound, SUBTITLES.subtitles]) {
      const defaults = Object.values(one).filter((media) => media.default)
      assert.lengthOf(defaults, 1)
    }
    assert.deepEqual(Object.keys(SUBTITLES.subtitles), ['English', 'German'])
    assert.equal(SUBTITLES.subtitles.German.language, 'de')
  })

  test('3.5: subtitles are WebVTT on the clock of the segments', async ({ assert }) => {
    for (const { uri } of Object.values(master.mediaGroups!.SUBTITLES.subtitles)) {
      const playlist = parseM3u8(await readFile(join(hls, uri), 'utf8'))
      const text = await readFile(join(hls, playlist.segments[0].uri), 'utf8')
      assert.deepEqual(playlist.complaints, [])
      assert.match(text, /^WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n/)
      assert.equal(parseWebVtt(text)![0].startS, 0.5)
      assert.isAtLeast(playlist.targetDuration, playlist.segments[0].duration)
      assert.closeTo(playlist.segments[0].duration, 7, 0.1)
    }
  })
})

function startsOf(segments: M3u8Segment[]): number[] {
  let atS = 0
  return segments.map(({ duration }) => (atS += duration) - duration)
}

/** The highest rate of neighbouring segments that last half to one and a half of the target together, in bit/s. */
function peakOf({ segments, targetDuration }: Stream): number {
  const stretches = segments.flatMap((_, from) =>
    segments.slice(from).map((__, more) => segments.slice(from, from + more + 1))
  )
  const fitting = stretches.filter((stretch) => {
    const sumS = stretch.reduce((sum, { duration }) => sum + duration, 0)
    return sumS >= targetDuration * 0.5 + ROUNDING_S && sumS <= targetDuration * 1.5 - ROUNDING_S
  })
  return Math.max(...fitting.map(averageOf))
}

function averageOf(segments: M3u8Segment[]): number {
  const bytes = segments.reduce((sum, { byterange }) => sum + byterange!.length, 0)
  return (bytes * 8) / segments.reduce((sum, { duration }) => sum + duration, 0)
}

async function read(path: string, { offset, length }: Range): Promise<Buffer> {
  const file = await open(path)
  try {
    return (await file.read(Buffer.alloc(length), 0, length, offset)).buffer
  } finally {
    await file.close()
  }
}

async function boxAt(path: string, offset: number): Promise<string> {
  return (await read(path, { offset: offset + 4, length: 4 })).toString('latin1')
}

function boxesOf(bytes: Buffer): string[] {
  const types: string[] = []
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at))
    types.push(bytes.toString('latin1', at + 4, at + 8))
  return types
}

/** From the decoder's own bytes: the first 5 bits of the AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1). */
function objectTypeOf(bytes: Buffer): number {
  const esds = bytes.indexOf('esds')
  const config = bytes.indexOf(0x05, bytes.indexOf(0x04, esds + 8) + 14)
  const lengthBytes = bytes.subarray(config + 1).findIndex((byte) => byte < 0x80) + 1
  return bytes[config + 1 + lengthBytes] >> 3
}

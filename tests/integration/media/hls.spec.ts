import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { test } from '@japa/runner'
import { parseMasterPlaylist, parseMediaPlaylist } from '#media/hls/parse_playlist'
import { measureSpans } from '#media/verify/verify'
import * as clips from '#tests/fixtures/clips'
import { makeClip } from '#tests/fixtures/make_clip'
import { packageOf } from '#tests/integration/media/hls_package'
import * as see from '#tests/integration/media/pictures'

test.group('packageHls', (group) => {
  group.each.timeout(60_000)

  test('rungs change at the same moments, at scene cuts too', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const clip = await flashingClip(fs.basePath)

    const { text, proof, files } = await packageOf(clip)

    const [low, least] = await Promise.all(
      ['video-low.m3u8', 'video-least.m3u8'].map(async (name) =>
        parseMediaPlaylist(await text(name))
      )
    )
    const lengths = low.segments.map(({ durationS }) => durationS)
    assert.deepEqual(lengths, [2, 2, 2, 1])
    assert.deepEqual(
      least.segments.map(({ durationS }) => durationS),
      lengths
    )
    assert.isTrue(proof.checks.every(({ ok }) => ok))
    assert.deepEqual(
      files.map((path) => basename(path)),
      [
        'master.m3u8',
        ...['video-low.m3u8', 'video-low.m4s', 'video-least.m3u8', 'video-least.m4s'],
        ...['sound.m3u8', 'sound.m4s'],
      ]
    )
  })

  test('the master playlist tells what is true of each rung', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const clip = await clips.landscapeClip(fs.basePath, { durationS: 5, rate: 30 })

    const { text, hls } = await packageOf(clip)

    const { variants, media } = parseMasterPlaylist(await text('master.m3u8'))
    const [low] = variants.map(({ attributes }) => Object.fromEntries(attributes))
    assert.equal(low.RESOLUTION, '320x180')
    assert.equal(low['FRAME-RATE'], '30.000')
    assert.match(low.CODECS, /^avc1\.6400[0-9a-f]{2},mp4a\.40\.2$/)
    assert.equal(media[0].get('URI'), 'sound.m3u8')
    const bytes = await Promise.all(['video-low.m4s', 'sound.m4s'].map((n) => stat(join(hls, n))))
    const averageBits = bytes.reduce((sum, { size }) => sum + size * 8, 0) / 5
    assert.closeTo(Number(low['AVERAGE-BANDWIDTH']), averageBits, averageBits * 0.05)
    assert.isAtLeast(Number(low.BANDWIDTH), Number(low['AVERAGE-BANDWIDTH']))
  })

  test('pictures and sound begin together at 0', async ({ assert, fs }) => {
    await fs.mkdir('.')
    const clip = await clips.landscapeClip(fs.basePath, { durationS: 3 })

    const { hls, proofs } = await packageOf(clip)

    const options = { binaries: see.BINARIES }
    const [sound] = await measureSpans(join(hls, 'sound.m4s'), options)
    const [video] = await measureSpans(join(hls, 'video-low.m4s'), options)
    assert.equal(sound.startS, 0)
    assert.equal(await firstPictureS(join(hls, 'video-low.m4s')), 0)
    assert.equal(video.packets, proofs.get('low').frameCount)
  })

  test('a clip without sound has a ladder without', async ({ assert, fs }) => {
    await fs.mkdir('.')

    const { text, proof } = await packageOf(await clips.silentClip(fs.basePath))

    const { variants, media } = parseMasterPlaylist(await text('master.m3u8'))
    assert.isEmpty(media)
    assert.match(variants[0].attributes.get('CODECS')!, /^avc1\.[0-9a-f]{6}$/)
    assert.isNull(proof.audioCodec)
  })

  test('uneven moments and a single picture pass too: {$self}')
    .with(['variableRateClip', 'oneFrameClip', 'portraitClip'] as const)
    .run(async ({ assert, fs }, maker) => {
      await fs.mkdir('.')

      const { proof } = await packageOf(await clips[maker](fs.basePath))

      assert.isTrue(proof.checks.every(({ ok }) => ok))
    })
})

/** Cuts at 0.7 s, 1.4 s, ...: an encoder left to itself puts key frames there. */
function flashingClip(folder: string): Promise<string> {
  const picture = `testsrc2=s=320x180:r=25:d=7,negate=enable='gt(mod(t,1.4),0.7)'`
  return makeClip(join(folder, 'flashing.mp4'), [
    ...['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', 'sine=sample_rate=48000:d=7'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'],
  ])
}

/** Base time of the first fragment and offset of its first picture, both of which must be 0 (ISO/IEC 14496-12). */
async function firstPictureS(path: string): Promise<number> {
  const bytes = await readFile(path)
  const tfdt = bytes.indexOf('tfdt')
  const trun = bytes.indexOf('trun')
  const flags = bytes.readUInt32BE(trun + 4) & 0xffffff
  const headerBytes = 12 + (flags & 0x1 ? 4 : 0) + (flags & 0x4 ? 4 : 0)
  const beforeOffset = [0x100, 0x200, 0x400].filter((flag) => flags & flag).length * 4
  const offset = flags & 0x800 ? bytes.readInt32BE(trun + headerBytes + beforeOffset) : 0
  return Number(bytes.readBigUInt64BE(tfdt + 8)) + offset
}

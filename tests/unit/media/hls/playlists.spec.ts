import { test } from '@japa/runner'
import { bandwidthOf } from '#media/hls/bandwidth'
import { aacCodecName, avcCodecName } from '#media/hls/codec_names'
import * as check from '#media/hls/hls_checks'
import { masterPlaylist } from '#media/hls/master_playlist'
import { mediaPlaylist, targetDurationS } from '#media/hls/media_playlist'
import { parseMasterPlaylist, parseMediaPlaylist } from '#media/hls/parse_playlist'
import type { SegmentIndex } from '#media/hls/segment_index'

const INDEX: SegmentIndex = {
  init: { offset: 0, length: 800 },
  segments: [
    { offset: 900, length: 1000, durationS: 4 },
    { offset: 1900, length: 3000, durationS: 4 },
    { offset: 4900, length: 100, durationS: 0.5 },
  ],
  sizeBytes: 5000,
  fragmentOffsets: [900, 1900, 4900],
}
const TEXT = mediaPlaylist(INDEX, 'video.m4s', targetDurationS([INDEX]))

test.group('mediaPlaylist', () => {
  test('reads back as what was written', ({ assert }) => {
    const parsed = parseMediaPlaylist(TEXT)

    assert.equal(parsed.targetS, 4)
    assert.isTrue(parsed.hasEnd)
    assert.deepEqual(parsed.init, { uri: 'video.m4s', offset: 0, length: 800 })
    assert.deepEqual(
      parsed.segments,
      INDEX.segments.map((segment) => ({ ...segment, uri: 'video.m4s' }))
    )
  })

  test('nothing is found in what is no playlist', ({ assert }) => {
    const parsed = parseMediaPlaylist('<html>#EXT-X-ENDLIST')

    assert.isFalse(parsed.hasEnd)
    assert.isEmpty(parsed.segments)
  })
})

test.group('bandwidthOf', () => {
  test('the peak is that of the worst stretch, not of a crumb at the end', ({ assert }) => {
    const crumb = { offset: 0, length: 5000, durationS: 0.1 }
    const { peak, average } = bandwidthOf([...INDEX.segments.slice(0, 2), crumb], 4)

    assert.equal(average, Math.ceil((9000 * 8) / 8.1))
    assert.equal(peak, Math.ceil((8000 * 8) / 4.1))
  })

  test('is never below the average', ({ assert }) => {
    const { peak, average } = bandwidthOf([{ offset: 0, length: 1000, durationS: 0.04 }], 1)

    assert.equal(peak, average)
    assert.equal(average, 200_000)
  })
})

test.group('codec names', () => {
  test('H.264 is named by profile, constraints and level of its header', ({ assert }) => {
    const init = Buffer.from([...Buffer.from('....avcC'), 1, 0x64, 0x00, 0x1e, 0xff])

    assert.equal(avcCodecName(init), 'avc1.64001e')
    assert.isNull(avcCodecName(Buffer.from('no such box')))
  })

  test('AAC is named by its object type', ({ assert }) => {
    assert.equal(aacCodecName('LC'), 'mp4a.40.2')
    assert.equal(aacCodecName('HE-AAC'), 'mp4a.40.5')
  })
})

test.group('masterPlaylist', () => {
  const high = {
    playlist: 'video-high.m3u8',
    bandwidth: { peak: 3000, average: 2000 },
    ...{ width: 1280, height: 720, frameRate: 29.97003, codec: 'avc1.64001f' },
  }
  const sound = {
    playlist: 'sound.m3u8',
    bandwidth: { peak: 130, average: 128 },
    ...{ channels: 2, codec: 'mp4a.40.2' },
  }

  test('counts the sound into every rung and names both codecs', ({ assert }) => {
    const { variants, media } = parseMasterPlaylist(
      masterPlaylist([high], { sound, subtitles: [] })
    )

    assert.deepEqual(Object.fromEntries(variants[0].attributes), {
      'BANDWIDTH': '3130',
      'AVERAGE-BANDWIDTH': '2128',
      'CODECS': 'avc1.64001f,mp4a.40.2',
      'RESOLUTION': '1280x720',
      'FRAME-RATE': '29.970',
      'AUDIO': 'sound',
    })
    assert.equal(variants[0].uri, 'video-high.m3u8')
    assert.equal(media[0].get('URI'), 'sound.m3u8')
  })

  test('a silent ladder names no sound', ({ assert }) => {
    const { variants, media } = parseMasterPlaylist(
      masterPlaylist([high], { sound: null, subtitles: [] })
    )

    assert.isEmpty(media)
    assert.equal(variants[0].attributes.get('CODECS'), 'avc1.64001f')
    assert.isFalse(variants[0].attributes.has('AUDIO'))
  })

  test('the check misses no rung, no attribute and no impossible rate', ({ assert }) => {
    const streams = { rungs: ['video-high.m3u8'], sound: 'sound.m3u8', subtitles: [] }
    const text = masterPlaylist([high], { sound, subtitles: [] })
    const isOk = (changed: string) => check.checkMaster(parseMasterPlaylist(changed), streams).ok

    assert.isTrue(isOk(text))
    assert.isFalse(isOk(text.replace('video-high', 'video-low')))
    assert.isFalse(isOk(text.replace('sound.m3u8', 'other.m3u8')))
    assert.isFalse(isOk(text.replace('RESOLUTION', 'SIZE')))
    assert.isFalse(isOk(text.replace('BANDWIDTH=3130', 'BANDWIDTH=2')))
    assert.isFalse(isOk(''))
  })
})

test.group('checks of a stream', () => {
  const read = (text: string) => ({
    name: 'high',
    playlist: parseMediaPlaylist(text),
    media: { name: 'video.m4s', sizeBytes: 5000, fragmentOffsets: INDEX.fragmentOffsets },
  })

  test('a whole playlist passes', ({ assert }) => {
    assert.isTrue(check.checkPlaylist(read(TEXT)).ok)
    assert.isTrue(check.checkRanges(read(TEXT)).ok)
  })

  test('a playlist that is broken does not: {$self}')
    .with([
      ['#EXT-X-ENDLIST', ''],
      ['TARGETDURATION:4', 'TARGETDURATION:3'],
      ['BYTERANGE:3000@', 'BYTERANGE:0@'],
      ['EXTINF:0.500000', 'EXTINF:0.000000'],
    ])
    .run(({ assert }, [from, to]) => {
      assert.isFalse(check.checkPlaylist(read(TEXT.replace(from, to))).ok)
    })

  test('ranges that do not fit the file do not: {$self}')
    .with([
      ['100@4900', '101@4900'],
      ['3000@1900', '2999@1900'],
      ['1000@900', '1000@901'],
      ['800@0', '0@0'],
      ['video.m4s\n#EXT-X-ENDLIST', 'other.m4s\n#EXT-X-ENDLIST'],
    ])
    .run(({ assert }, [from, to]) => {
      assert.isFalse(check.checkRanges(read(TEXT.replace(from, to))).ok)
    })

  test('rungs that are cut at other moments are no ladder', ({ assert }) => {
    const other = read(TEXT.replace('EXTINF:4.000000', 'EXTINF:4.040000'))

    assert.isTrue(check.checkAlignment([read(TEXT), read(TEXT)]).ok)
    assert.isFalse(check.checkAlignment([read(TEXT), other]).ok)
  })
})

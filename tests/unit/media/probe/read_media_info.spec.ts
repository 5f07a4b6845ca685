import { test } from '@japa/runner'
import { showsCombs } from '#media/probe/detect_interlacing'
import type { FfprobeStream } from '#media/probe/ffprobe_report'
import { readMediaInfo, type Probed } from '#media/probe/read_media_info'
import { pictured, span } from '#tests/fixtures/media_infos'

/** One H.264 stream of ten seconds, as ffprobe would report it, with what the test says differently. */
function probed(video: Partial<FfprobeStream> = {}, others: FfprobeStream[] = []): Probed {
  const stream = {
    index: 0,
    codec_type: 'video',
    codec_name: 'h264',
    time_base: '1/12800',
    ...video,
  }
  const frame = { width: 1920, height: 1080, pix_fmt: 'yuv420p' }
  return {
    sizeBytes: 2_000_000,
    report: { format: { format_name: 'matroska,webm' }, streams: [stream, ...others] },
    packets: { spans: [stream, ...others].map(({ index }) => span({ index })), complaints: '' },
    chosen: { video: stream, audio: null },
    video: { frames: [frame], complaints: '' },
    audio: null,
    isInterlaced: false,
  }
}

const sideData = (data: object): Partial<FfprobeStream> => ({ side_data_list: [data] })

const look = (seen: Probed) => pictured(readMediaInfo(seen))

test.group('readMediaInfo', () => {
  test('counts ffprobe’s counter-clockwise turn the other way')
    .with([
      [-90, 90, 1080],
      [90, 270, 1080],
      [180, 180, 1920],
      [-180, 180, 1920],
    ])
    .run(({ assert }, [rotation, clockwise, width]) => {
      const { video } = look(probed(sideData({ rotation })))

      assert.deepEqual([video.rotation, video.width], [clockwise, width])
    })

  test('measures bit rates from packets', ({ assert }) => {
    const info = look(probed())

    assert.equal(info.bitRate, 1_600_000)
    assert.equal(info.video.bitRate, 800_000)
  })

  test('warns of Dolby Vision that only Dolby’s decoders show right, and of no other')
    .with([
      [5, ['DOLBY_VISION_COLOURS']],
      [8, []],
    ] as const)
    .run(({ assert }, [profile, codes]) => {
      const info = look(probed(sideData({ dv_profile: profile })))

      assert.equal(info.video.dolbyVisionProfile, profile)
      assert.deepEqual(
        info.warnings.map(({ code }) => code),
        [...codes]
      )
    })

  test('a language that says nothing is none; a handler’s usual name is no title', ({ assert }) => {
    const tags = { language: 'und', handler_name: 'SoundHandler' }
    const sound = { index: 1, codec_type: 'audio', codec_name: 'aac', tags }

    const [track] = look(probed({}, [sound])).audioTracks

    assert.deepInclude(track, { language: null, title: null })
  })

  test('tells subtitles of words from subtitles of pictures', ({ assert }) => {
    const streams = ['mov_text', 'hdmv_pgs_subtitle'].map((codec, at) => ({
      ...{ index: at + 1, codec_type: 'subtitle', codec_name: codec },
    }))

    const { subtitleTracks } = look(probed({}, streams))

    assert.deepEqual(
      subtitleTracks.map(({ isText }) => isText),
      [true, false]
    )
  })
})

test.group('showsCombs', () => {
  const summary = (top: number, bottom: number, progressive: number) =>
    `Multi frame detection: TFF: ${top} BFF: ${bottom} Progressive: ${progressive} Undetermined: 9`

  test('wants one field order, clearly and often enough')
    .with([
      [40, 0, 2, true],
      [0, 40, 0, true],
      [20, 20, 0, false],
      [20, 0, 20, false],
      [7, 0, 0, false],
      [0, 0, 40, false],
    ] as const)
    .run(({ assert }, [top, bottom, progressive, expected]) => {
      assert.equal(showsCombs(summary(top, bottom, progressive)), expected)
    })

  test('nothing said is nothing seen', ({ assert }) => {
    assert.isFalse(showsCombs(''))
  })
})

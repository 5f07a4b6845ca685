import { test } from '@japa/runner'
import { planEncode } from '#media/plan/encode_plan'
import type { PlannedFrame } from '#media/plan/plan_poster'
import { ladder, mediaInfo, recipe, renditionRecipe } from '#tests/fixtures/media_infos'

const asOriginal = (maxBitRate: number | null = null) =>
  recipe([
    renditionRecipe({
      name: 'original',
      video: { policy: 'copy_if_web_safe', maxShortSide: null, maxLongSide: null, maxBitRate },
    }),
  ])

const original = (info: ReturnType<typeof mediaInfo>) =>
  planEncode(info, asOriginal()).renditions[0]
const medium = (info: ReturnType<typeof mediaInfo>) => planEncode(info, recipe()).renditions[0]

test.group('planEncode, sizes', () => {
  test('sizes {source} within 1280x720 to {expected}')
    .with([
      { source: [1920, 1080], expected: [1280, 720] },
      { source: [1080, 1920], expected: [720, 1280] },
      { source: [3840, 1600], expected: [1280, 534] },
      { source: [720, 720], expected: [720, 720] },
      { source: [1000, 1000], expected: [720, 720] },
      { source: [2160, 3840], expected: [720, 1280] },
      { source: [10_000, 10], expected: [1280, 2] },
      { source: [1440, 1080], expected: [960, 720] },
    ])
    .run(({ assert }, { source: [width, height], expected }) => {
      const planned = medium(mediaInfo({ video: { width, height } }))

      assert.deepEqual([planned.width, planned.height], expected)
    })

  test('never upscales')
    .with([
      [640, 360],
      [321, 241],
      [161, 121],
      [176, 144],
      [3, 3],
    ])
    .run(({ assert }, [width, height]) => {
      const planned = medium(mediaInfo({ video: { width, height } }))

      assert.isAtMost(planned.width, width)
      assert.isAtMost(planned.height, height)
      assert.include(planned.reason, `the source is ${width}x${height}`)
    })

  test('always makes even sides, at least 2')
    .with([
      [1, 1],
      [321, 241],
      [1919, 1079],
      [33, 17],
    ])
    .run(({ assert }, [width, height]) => {
      const planned = medium(mediaInfo({ video: { width, height } }))

      assert.equal(planned.width % 2, 0)
      assert.equal(planned.height % 2, 0)
      assert.isAtLeast(Math.min(planned.width, planned.height), 2)
    })

  test('leaves rungs out that the source cannot fill: {lines} lines make {made}')
    .with([
      { lines: 2160, made: ['1080p', '720p', '480p', '360p'] },
      { lines: 1080, made: ['1080p', '720p', '480p', '360p'] },
      { lines: 900, made: ['1080p', '720p', '480p', '360p'] },
      { lines: 720, made: ['720p', '480p', '360p'] },
      { lines: 600, made: ['720p', '480p', '360p'] },
      { lines: 480, made: ['480p', '360p'] },
      { lines: 360, made: ['360p'] },
      { lines: 100, made: ['360p'] },
    ])
    .run(({ assert }, { lines, made }) => {
      const video = { width: 2 * Math.round((lines * 8) / 9), height: lines }

      const { renditions } = planEncode(mediaInfo({ video }), recipe(ladder()))

      const kept = renditions.filter(({ decision }) => decision === 'encode')
      const left = renditions.filter(({ decision }) => decision === 'skip')
      assert.deepEqual(
        kept.map(({ name }) => name),
        made
      )
      for (const one of left) {
        assert.equal(one.reason, `skipped ${one.name}: the source is ${lines}p`)
        assert.isNull(one.fileName)
      }
    })
})

test.group('planEncode, copying', () => {
  test('leaves web-safe pictures untouched and says why', ({ assert }) => {
    const planned = original(mediaInfo({ audio: { bitRate: 128_000 } }))

    assert.equal(planned.decision, 'remux')
    assert.include(planned.reason, 'video copied: already H.264 8-bit 4:2:0')
    assert.include(planned.reason, 'sound copied: already AAC-LC')
  })

  test('encodes the sound alone when only the sound is unfit')
    .with([
      { codec: 'opus' },
      { profile: 'HE-AAC' },
      { channels: 6 },
      { sampleRate: 96_000 },
      { bitRate: 320_000 },
    ])
    .run(({ assert }, audio) => {
      const planned = original(mediaInfo({ audio }))

      assert.equal(planned.decision, 'copy')
      assert.equal(planned.audio?.kind, 'encode')
    })

  test('encodes what browsers do not all show: {expected}')
    .with([
      { video: { codec: 'hevc' }, expected: 'the source is hevc' },
      { video: { pixelFormat: 'yuv422p' }, expected: 'the source is yuv422p' },
      { video: { pixelFormat: 'yuv420p10le' }, expected: 'the source is yuv420p10le' },
      { video: { profile: 'High 4:4:4 Predictive' }, expected: 'the source is H.264 High 4:4:4' },
      { video: { level: 62 }, expected: 'level 6.2' },
      { video: { isInterlaced: true }, expected: 'interlaced' },
      { video: { hdr: 'pq' as const }, expected: 'HDR' },
      { video: { sampleAspectRatio: '4:3' }, expected: 'not square' },
      { video: { isFlipped: true }, expected: 'mirrored' },
      { video: { rotation: 45 }, expected: 'tilted' },
      { video: { codedWidth: 1919 }, expected: 'odd size' },
      { video: { hasIrregularTimestamps: true }, expected: 'irregular timestamps' },
      { video: { frameRate: 120 }, expected: 'more than 60 pictures' },
    ])
    .run(({ assert }, { video, expected }) => {
      const planned = original(mediaInfo({ video }))

      assert.equal(planned.decision, 'encode')
      assert.include(planned.reason, expected)
    })

  test('packs H.264 from other containers anew', ({ assert }) => {
    assert.equal(original(mediaInfo({ container: 'mpegts' })).decision, 'encode')
    assert.equal(original(mediaInfo({ container: 'matroska,webm' })).decision, 'copy')
  })

  test('copies a phone clip that only a matrix turns', ({ assert }) => {
    const video = { width: 1080, height: 1920, codedWidth: 1920, codedHeight: 1080, rotation: 90 }

    const planned = original(mediaInfo({ video }))

    assert.equal(planned.video?.kind, 'copy')
    assert.deepEqual([planned.width, planned.height], [1080, 1920])
  })

  test('never copies above the ceiling, and names it when it copies below', ({ assert }) => {
    const info = mediaInfo()

    const over = planEncode(info, asOriginal(2_500_000)).renditions[0]
    const under = planEncode(info, asOriginal(8_000_000)).renditions[0]

    assert.equal(over.decision, 'encode')
    assert.include(over.reason, 'the source has 6000 kbit/s')
    assert.include(under.reason, 'under 8000 kbit/s')
  })

  test('never copies what must become smaller', ({ assert }) => {
    const wanted = recipe([
      renditionRecipe({ video: { policy: 'copy_if_web_safe', maxBitRate: null } }),
    ])

    assert.equal(planEncode(mediaInfo(), wanted).renditions[0].decision, 'encode')
  })

  test('never copies where the preset encodes', ({ assert }) => {
    const planned = medium(mediaInfo({ video: { width: 640, height: 360, bitRate: 400_000 } }))

    assert.equal(planned.decision, 'encode')
    assert.include(planned.reason, 'sized 640x360: the source is 640x360')
  })

  test('copies nothing when copying is ruled out', ({ assert }) => {
    const { renditions } = planEncode(mediaInfo(), asOriginal(), { mayCopy: false })

    assert.equal(renditions[0].decision, 'encode')
  })
})

test.group('planEncode, rates', () => {
  test('never sets a ceiling above the source', ({ assert }) => {
    const { video, reason } = medium(mediaInfo({ video: { bitRate: 745_000 } }))

    assert.equal(video?.kind === 'encode' && video.maxBitRate, 745_000)
    assert.include(reason, 'at most 745 kbit/s: the source has no more')
  })

  test('leaves room to say that nothing moves, however little the source needs', ({ assert }) => {
    const { video } = medium(mediaInfo({ video: { bitRate: 9_000 } }))

    assert.equal(video?.kind === 'encode' && video.maxBitRate, Math.round(1280 * 720 * 25 * 0.003))
  })

  test('keeps the ceiling of the recipe under a richer source', ({ assert }) => {
    const { video } = medium(mediaInfo({ video: { bitRate: 20_000_000 } }))

    assert.equal(video?.kind === 'encode' && video.maxBitRate, 2_500_000)
  })

  test('leaves room for one key frame under the lowest ceiling', ({ assert }) => {
    const { video } = medium(mediaInfo({ video: { bitRate: 18_000 } }))

    assert.isAbove(video?.kind === 'encode' ? video.bufferBits! : 0, 100_000)
  })

  test('sets no ceiling where neither side has one', ({ assert }) => {
    const info = mediaInfo({ video: { codec: 'hevc', bitRate: null } })

    const { video } = original(info)

    assert.isNull(video?.kind === 'encode' ? video.maxBitRate : 0)
  })

  test('gives the sound no more than its source, however poor that is', ({ assert }) => {
    const poor = medium(
      mediaInfo({ audio: { bitRate: 12_200, channels: 1, sampleRate: 8000 } })
    ).audio
    const fair = medium(mediaInfo({ audio: { bitRate: 96_000 } })).audio

    assert.deepInclude(poor, { kind: 'encode', bitRate: 12_200, channels: 1, sampleRate: 8000 })
    assert.deepInclude(fair, { bitRate: 96_000 })
  })

  test('folds surround into stereo', ({ assert }) => {
    assert.deepInclude(medium(mediaInfo({ audio: { channels: 6 } })).audio, { channels: 2 })
  })

  test('puts key frames five seconds apart, at most 300 pictures', ({ assert }) => {
    const at = (frameRate: number) => medium(mediaInfo({ video: { frameRate } })).video

    assert.deepInclude(at(24), { keyFrameInterval: 120 })
    assert.deepInclude(at(1_000_000), { keyFrameInterval: 300 })
    assert.deepInclude(at(0.1), { keyFrameInterval: 1 })
  })
})

test.group('planEncode, source', () => {
  test('caps the rate at 60 and expects no more pictures than that', ({ assert }) => {
    const video = { frameRate: 240, frameRateFraction: '240/1', frameCount: 14_400 }

    const plan = planEncode(mediaInfo({ video }), recipe())

    assert.equal(plan.source.maxFrameRate, 60)
    assert.equal(plan.source.timeBase, '1/60')
    assert.equal(plan.renditions[0].video?.expectedFrames, 3601)
  })

  test('lets 59.94 and 60 be', ({ assert }) => {
    for (const frameRate of [59.94, 60, 60.02]) {
      assert.isNull(planEncode(mediaInfo({ video: { frameRate } }), recipe()).source.maxFrameRate)
    }
  })

  test('uses the rhythm of a steady source as its clock', ({ assert }) => {
    const video = { frameRateFraction: '30000/1001', timeBase: '1/1000' }

    assert.equal(planEncode(mediaInfo({ video }), recipe()).source.timeBase, '1001/30000')
  })

  test('keeps the fine clock of an unsteady source, unless it is damaged')
    .with([
      ['1/600', '1/600'],
      ['1/90000', '1/90000'],
      ['1/1000000', '1/90000'],
      ['1/25', '1/90000'],
      ['1001/30000', '1/90000'],
    ])
    .run(({ assert }, [timeBase, expected]) => {
      const video = { isVariableFrameRate: true, timeBase }

      assert.equal(planEncode(mediaInfo({ video }), recipe()).source.timeBase, expected)
    })

  test('takes unmarked small pictures for SD and large ones for HD')
    .with([
      { colorMatrix: null, height: 480, expected: 'bt601' },
      { colorMatrix: null, height: 720, expected: 'bt709' },
      { colorMatrix: 'bt709', height: 480, expected: 'bt709' },
      { colorMatrix: 'smpte170m', height: 1080, expected: 'bt601' },
      { colorMatrix: 'bt2020nc', height: 2160, expected: 'bt2020' },
    ])
    .run(({ assert }, { colorMatrix, height, expected }) => {
      const plan = planEncode(mediaInfo({ video: { colorMatrix, height } }), recipe())

      assert.equal(plan.source.colorMatrix, expected)
    })

  test('says that HDR is turned into SDR and that lines are woven', ({ assert }) => {
    const { reason } = medium(mediaInfo({ video: { hdr: 'hlg', isInterlaced: true } }))

    assert.include(reason, 'HDR turned into SDR')
    assert.include(reason, 'deinterlaced')
  })

  test('tells no sound from sound that cannot be decoded', ({ assert }) => {
    const silent = mediaInfo({ audio: null })
    const mute = mediaInfo({ audio: null, audioTracks: mediaInfo().audioTracks })

    assert.include(medium(silent).reason, 'the source has no sound')
    assert.include(medium(mute).reason, 'the sound cannot be decoded')
  })
})

test.group('planEncode, poster', () => {
  const posterOf = (info: ReturnType<typeof mediaInfo>, atS: number | null = null) =>
    planEncode(info, recipe([renditionRecipe()], { width: 1280, atS })).poster as PlannedFrame

  test('looks a tenth into the video', ({ assert }) => {
    assert.closeTo(posterOf(mediaInfo()).fromS, 6, 0.01)
  })

  test('never looks past the last picture', ({ assert }) => {
    assert.closeTo(posterOf(mediaInfo(), 1000).fromS, 59.96, 0.001)
    assert.equal(posterOf(mediaInfo({ video: { durationS: 0.04, frameCount: 1 } })).fromS, 0)
  })

  test('counts from the start of the file, which may be the sound', ({ assert }) => {
    const info = mediaInfo({ startS: 10, video: { startS: 12 } })

    assert.closeTo(posterOf(info, 5).fromS, 7, 0.001)
  })

  test('is never wider than the video', ({ assert }) => {
    assert.deepInclude(posterOf(mediaInfo({ video: { width: 720, height: 1280 } })), {
      width: 720,
      height: 1280,
    })
    assert.deepInclude(posterOf(mediaInfo({ video: { width: 3840, height: 2160 } })), {
      width: 1280,
      height: 720,
    })
  })

  test('reads its own few seconds where nothing else is decoded', ({ assert }) => {
    const wanted = { ...asOriginal(), poster: { width: 1280, atS: null } }

    assert.isTrue((planEncode(mediaInfo(), wanted).poster as PlannedFrame).isOwnInput)
    assert.isFalse(posterOf(mediaInfo()).isOwnInput)
  })
})

test.group('planEncode, memory', () => {
  const MIB = 1024 * 1024
  const needs = (video: Parameters<typeof mediaInfo>[0], renditions = [renditionRecipe()]) =>
    planEncode(mediaInfo(video), recipe(renditions)).memoryBytes / MIB

  test('stays under the usual 512 MiB for 720p from 1080p', ({ assert }) => {
    assert.isBelow(needs({}), 512)
  })

  test('asks for more for a four-rung ladder, 4K and HDR', ({ assert }) => {
    const fourK = { width: 3840, height: 2160 }

    assert.isAbove(needs({}, ladder()), 600)
    assert.isAbove(needs({ video: fourK }, ladder()), needs({}, ladder()))
    assert.isAbove(needs({ video: { ...fourK, hdr: 'pq', bitDepth: 10 } }), needs({ video: fourK }))
  })

  test('asks for little where nothing is encoded', ({ assert }) => {
    const { memoryBytes } = planEncode(
      mediaInfo({ video: { width: 640, height: 360 } }),
      asOriginal()
    )

    assert.isBelow(memoryBytes / MIB, 200)
  })
})

import { test } from '@japa/runner'
import { CONTAINER_FORMATS, CONTAINERS, encoderOf } from '#media/recipe/formats'
import { mimeTypeOf } from '#media/recipe/mime_type'
import { normaliseRecipe, type StoredRecipe } from '#media/recipe/stored_recipe'

test.group('normaliseRecipe', () => {
  const first = (stored: object) =>
    normaliseRecipe({ renditions: [{ name: 'a', ...stored }] } as StoredRecipe).renditions[0]

  test('reads what was stored before there were more codecs: {stored}')
    .with([
      { stored: { video: { codec: 'h264' } }, codecs: ['h264'] },
      { stored: { video: { codec: 'vp9' } }, codecs: ['vp9'] },
      { stored: { video: { codecs: ['av1', 'h264'] } }, codecs: ['av1', 'h264'] },
      { stored: { video: { codec: 'vp9', codecs: ['av1'] } }, codecs: ['av1'] },
      { stored: { video: {} }, codecs: ['h264'] },
    ])
    .run(({ assert }, { stored, codecs }) => {
      const { video } = first(stored)

      assert.deepEqual(video?.codecs, codecs as never)
      assert.notProperty(video, 'codec')
    })

  test('leaves out what is null or not there: {$i}')
    .with([
      { stored: {}, video: false, audio: false },
      { stored: { video: null, audio: null }, video: false, audio: false },
      { stored: { video: {}, audio: null }, video: true, audio: false },
      { stored: { audio: {} }, video: false, audio: true },
    ])
    .run(({ assert }, { stored, video, audio }) => {
      const normal = first(stored)

      assert.deepEqual([normal.video !== null, normal.audio !== null], [video, audio])
    })

  test('keeps {$self} of a stored picture as it is')
    .with([
      { policy: 'encode' },
      { maxShortSide: 720 },
      { maxLongSide: null },
      { maxBitRate: 1 },
      { maxFrameRate: 12 },
      { crf: 0 },
      { encoderPreset: 'slow' },
      { vp9: { deadline: 'good', speed: 2 } },
      { av1Preset: 0 },
      { filters: [{ kind: 'sepia' }] },
    ])
    .run(({ assert }, kept) => {
      assert.deepInclude(first({ video: kept }).video, kept)
    })

  test('is the same when done twice: {$i}')
    .with([
      { renditions: [] },
      { renditions: [{ name: 'a' }] },
      { renditions: [{ name: 'a', video: { codec: 'vp9' as const }, audio: {} }] },
      { renditions: [{ name: 'a', container: 'gif' as const, video: {} }] },
      { renditions: [], poster: { width: 5, atS: 0 }, hls: { name: 'hls', segmentS: 6 } },
      { renditions: [], trim: { startS: 1, endS: null } },
    ])
    .run(({ assert }, stored) => {
      const once = normaliseRecipe(stored)

      assert.deepEqual(normaliseRecipe(once), once)
      assert.deepEqual(normaliseRecipe(JSON.parse(JSON.stringify(once))), once)
    })

  test('shares nothing between renditions that somebody could change', ({ assert }) => {
    const { renditions } = normaliseRecipe({
      renditions: [
        { name: 'a', video: {} },
        { name: 'b', video: {} },
      ],
    })

    assert.notStrictEqual(renditions[0].video, renditions[1].video)
  })

  test('survives fields of a later day', ({ assert }) => {
    assert.deepInclude(first({ video: { grain: 3 } }).video, { crf: 23 })
  })
})

test.group('containers', () => {
  test('{$self} has a muxer, a media type and something to hold')
    .with([...CONTAINERS])
    .run(({ assert }, container) => {
      const format = CONTAINER_FORMATS[container]

      assert.isNotEmpty(format.muxer)
      assert.match(format.mimeType, /^(video|audio|image)\/[a-z0-9-]+/)
      assert.isNotEmpty([...format.videoCodecs, ...format.audioCodecs])
      for (const codec of [...format.videoCodecs, ...format.audioCodecs]) {
        assert.isNotEmpty(encoderOf(codec))
      }
      assert.equal(mimeTypeOf(`100%.${container}`), format.mimeType)
    })

  test('the name {name} is told to browsers as {type}')
    .with([
      { name: 'a.b.mp4', type: 'video/mp4' },
      { name: 'sub.vtt', type: 'text/vtt; charset=utf-8' },
      { name: 'x.m3u8', type: 'application/vnd.apple.mpegurl' },
      { name: 'x.html', type: 'application/octet-stream' },
      { name: 'x.svg', type: 'application/octet-stream' },
      { name: 'noextension', type: 'application/octet-stream' },
      { name: 'x.constructor', type: 'application/octet-stream' },
      { name: '', type: 'application/octet-stream' },
    ])
    .run(({ assert }, { name, type }) => {
      assert.equal(mimeTypeOf(name), type)
    })
})

import { test } from '@japa/runner'
import { planAudio } from '#media/plan/plan_audio'
import { audioInfo } from '#tests/fixtures/media_infos'
import type { AudioCodec } from '#media/recipe/formats'

const WANTED = { codecs: ['aac' as const], bitRate: 128_000, loudnessLufs: null }
const encoded = (audio: object, codec: AudioCodec = 'aac', wanted: object = {}) =>
  planAudio(audioInfo(audio), { ...WANTED, ...wanted }, { codec, mayCopy: false })

test.group('planAudio, encoding', () => {
  test('{channels} channels become {made}')
    .with([
      { channels: 1, made: 1 },
      { channels: 2, made: 2 },
      { channels: 3, made: 2 },
      { channels: 6, made: 2 },
      { channels: 8, made: 2 },
      { channels: 0, made: 2 },
    ])
    .run(({ assert }, { channels, made }) => {
      assert.deepInclude(encoded({ channels }), { channels: made })
    })

  test('{sampleRate} samples a second become {made} as {codec}')
    .with([
      { codec: 'aac', sampleRate: 8000, made: 8000 },
      { codec: 'aac', sampleRate: 11_025, made: 11_025 },
      { codec: 'aac', sampleRate: 44_100, made: 44_100 },
      { codec: 'aac', sampleRate: 48_000, made: 48_000 },
      { codec: 'aac', sampleRate: 96_000, made: 48_000 },
      { codec: 'aac', sampleRate: 37_800, made: 48_000 },
      { codec: 'aac', sampleRate: 0, made: 48_000 },
      { codec: 'mp3', sampleRate: 192_000, made: 48_000 },
      { codec: 'opus', sampleRate: 44_100, made: 48_000 },
      { codec: 'pcm', sampleRate: 22_050, made: 22_050 },
    ] as const)
    .run(({ assert }, { codec, sampleRate, made }) => {
      assert.deepInclude(encoded({ sampleRate }, codec), { sampleRate: made })
    })

  test('of {source} bit/s under a ceiling of {most} come {made}')
    .with([
      { source: 320_000, most: 128_000, made: 128_000 },
      { source: 96_000, most: 128_000, made: 96_000 },
      { source: null, most: 128_000, made: 128_000 },
      { source: 12_200, most: 128_000, made: 12_200 },
      { source: 2_000, most: 128_000, made: 8_000 },
      { source: 320_000, most: 16_000, made: 32_000 },
      { source: 20_000, most: 8_000, made: 20_000 },
    ])
    .run(({ assert }, { source, most, made }) => {
      assert.deepInclude(encoded({ bitRate: source }, 'aac', { bitRate: most }), { bitRate: made })
    })

  test('says in words what becomes of it: {words}')
    .with([
      { audio: {}, codec: 'aac', wanted: {}, words: 'sound as AAC stereo 128 kbit/s' },
      { audio: { channels: 1 }, codec: 'opus', wanted: {}, words: 'sound as Opus mono 128 kbit/s' },
      { audio: {}, codec: 'pcm', wanted: {}, words: 'sound as PCM stereo 16 bits' },
      {
        ...{ audio: {}, codec: 'mp3', wanted: { loudnessLufs: -16 } },
        words: 'sound as MP3 stereo 128 kbit/s at -16 LUFS',
      },
    ] as { audio: object; codec: AudioCodec; wanted: object; words: string }[])
    .run(({ assert }, { audio, codec, wanted, words }) => {
      assert.equal(encoded(audio, codec, wanted).reason, words)
    })
})

test.group('planAudio, copying', () => {
  const decision = (audio: object, codec: AudioCodec = 'aac', wanted: object = {}) =>
    planAudio(audioInfo(audio), { ...WANTED, ...wanted }, { codec, mayCopy: true }).kind

  test('{audio} wanted as {codec}: {kind}')
    .with([
      { audio: { bitRate: 128_000 }, codec: 'aac', kind: 'copy' },
      { audio: { bitRate: 134_000 }, codec: 'aac', kind: 'copy' },
      { audio: { bitRate: 135_000 }, codec: 'aac', kind: 'encode' },
      { audio: { bitRate: null }, codec: 'aac', kind: 'encode' },
      { audio: { bitRate: 64_000, profile: 'HE-AAC' }, codec: 'aac', kind: 'encode' },
      { audio: { bitRate: 64_000, channels: 6 }, codec: 'aac', kind: 'encode' },
      { audio: { bitRate: 64_000, sampleRate: 96_000 }, codec: 'aac', kind: 'encode' },
      { audio: { bitRate: 96_000, codec: 'mp3' }, codec: 'aac', kind: 'encode' },
      { audio: { bitRate: 96_000, codec: 'mp3' }, codec: 'mp3', kind: 'copy' },
      { audio: { bitRate: 96_000, codec: 'opus' }, codec: 'opus', kind: 'copy' },
      { audio: { bitRate: 960_000, codec: 'opus' }, codec: 'opus', kind: 'encode' },
      { audio: { codec: 'pcm_s16le', bitRate: 1_536_000 }, codec: 'pcm', kind: 'copy' },
      { audio: { codec: 'pcm_s24le', bitRate: 2_304_000 }, codec: 'pcm', kind: 'encode' },
      { audio: { codec: 'pcm_s16le', channels: 6 }, codec: 'pcm', kind: 'encode' },
    ] as const)
    .run(({ assert }, { audio, codec, kind }) => {
      assert.equal(decision(audio, codec), kind)
    })

  test('a wished loudness is never a copy', ({ assert }) => {
    assert.equal(decision({ bitRate: 64_000 }, 'aac', { loudnessLufs: -16 }), 'encode')
  })
})

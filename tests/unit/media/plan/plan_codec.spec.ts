import { test } from '@japa/runner'
import { MediaError } from '#media/errors'
import { chooseAudioCodec, chooseVideoCodec } from '#media/plan/plan_codec'
import { availableFilters } from '#media/plan/plan_filters'
import type { Container, VideoCodec } from '#media/recipe/formats'

const ALL = { abilities: null, withoutCodecs: [], isStill: false }
const having = (...encoders: string[]) => ({ encoders, filters: [] })

test.group('chooseVideoCodec', () => {
  test('{wanted} in {container} is {codec} in {made}')
    .with([
      { wanted: ['h264'], container: 'mp4', codec: 'h264', made: 'mp4' },
      { wanted: ['av1', 'h264'], container: 'mp4', codec: 'av1', made: 'mp4' },
      { wanted: ['vp9'], container: 'mp4', codec: 'vp9', made: 'mp4' },
      { wanted: ['h264'], container: 'webm', codec: 'h264', made: 'mp4' },
      { wanted: ['vp9'], container: 'mov', codec: 'vp9', made: 'mp4' },
      { wanted: ['av1'], container: 'webm', codec: 'av1', made: 'webm' },
      { wanted: ['gif'], container: 'gif', codec: 'gif', made: 'gif' },
    ] as { wanted: VideoCodec[]; container: Container; codec: string; made: string }[])
    .run(({ assert }, { wanted, container, codec, made }) => {
      const chosen = chooseVideoCodec(wanted, container, ALL)

      assert.deepEqual([chosen.codec, chosen.container], [codec, made])
    })

  test('passes over what is missing and what failed, each in words', ({ assert }) => {
    const options = {
      ...ALL,
      abilities: having('libx264', 'libvpx-vp9'),
      withoutCodecs: ['vp9' as const],
    }

    const chosen = chooseVideoCodec(['av1', 'vp9', 'h264'], 'webm', options)

    assert.equal(chosen.codec, 'h264')
    assert.deepEqual(chosen.fallbacks, [
      'AV1 passed over: this machine’s ffmpeg lacks libsvtav1',
      'VP9 passed over: it failed on this source',
      'webm cannot hold H.264: MP4 instead',
    ])
  })

  test('with nothing left it says all that it tried', ({ assert }) => {
    const choose = () =>
      chooseVideoCodec(['av1', 'vp9'], 'mp4', { ...ALL, abilities: having('libx264') })

    assert.throws(choose, MediaError, /lacks libsvtav1; VP9 .*libvpx-vp9/)
  })

  test('one WebP picture needs another encoder than many', ({ assert }) => {
    const abilities = having('libwebp')

    assert.equal(
      chooseVideoCodec(['webp'], 'webp', { ...ALL, abilities, isStill: true }).codec,
      'webp'
    )
    assert.throws(() => chooseVideoCodec(['webp'], 'webp', { ...ALL, abilities }), /libwebp_anim/)
  })
})

test.group('chooseAudioCodec', () => {
  test('{wanted} in {container} is {codec}')
    .with([
      { wanted: ['aac'], container: 'mp4', codec: 'aac' },
      { wanted: ['opus', 'aac'], container: 'mp4', codec: 'opus' },
      { wanted: ['aac'], container: 'webm', codec: 'opus' },
      { wanted: ['opus'], container: 'mov', codec: 'aac' },
      { wanted: ['aac'], container: 'mp3', codec: 'mp3' },
      { wanted: ['mp3'], container: 'wav', codec: 'pcm' },
      { wanted: [], container: 'mkv', codec: 'aac' },
      { wanted: ['aac'], container: 'gif', codec: null },
      { wanted: ['aac'], container: 'jpg', codec: null },
    ] as { wanted: 'aac'[]; container: Container; codec: string | null }[])
    .run(({ assert }, { wanted, container, codec }) => {
      assert.equal(chooseAudioCodec(wanted, container, null), codec)
    })

  test('takes what the machine has, and else says what it lacks', ({ assert }) => {
    assert.equal(chooseAudioCodec(['opus', 'aac'], 'mp4', having('aac')), 'aac')
    assert.throws(() => chooseAudioCodec(['aac'], 'webm', having('aac')), MediaError, /libopus/)
  })
})

test.group('availableFilters', () => {
  const without = (...missing: string[]) => {
    const all = ['deshake', 'drawtext', 'edgedetect', 'hqdn3d', 'eq']
    return { encoders: [], filters: all.filter((name) => !missing.includes(name)) }
  }

  test('stabilising is passed over in words where it is missing', ({ assert }) => {
    const wanted = [{ kind: 'stabilise' as const }, { kind: 'sepia' as const }]

    const { filters, words } = availableFilters(wanted, without('deshake'))

    assert.deepEqual(filters, [{ kind: 'sepia' }])
    assert.deepEqual(words, ['not stabilised: this machine’s ffmpeg lacks deshake'])
  })

  test('{kind} without {filter} is refused by that name')
    .with([
      { kind: 'edges', filter: 'edgedetect' },
      { kind: 'enhance', filter: 'eq' },
    ] as const)
    .run(({ assert }, { kind, filter }) => {
      const refused = () => availableFilters([{ kind }], without(filter))

      assert.throws(refused, MediaError, new RegExp(filter))
    })
})

import { test } from '@japa/runner'
import { compareClocks } from '#app/doctor/clocks'
import { FILTERS_BY_USE, lackingFilters, lacksFor } from '#app/doctor/preset_needs'
import { DEFAULT_PRESETS } from '#presets/default_presets'

const FILTERS = Object.values(FILTERS_BY_USE).flat()
const ALL = {
  encoders: ['libx264', 'libvpx-vp9', 'libsvtav1', 'aac', 'libopus', 'libmp3lame'],
  filters: FILTERS,
}
const recipeOf = (name: string) => DEFAULT_PRESETS.find((one) => one.name === name)!.recipe

test.group('What presets need of ffmpeg', () => {
  test('nothing is lacking where every encoder is there', ({ assert }) => {
    for (const { name, recipe } of DEFAULT_PRESETS)
      assert.deepEqual(lacksFor(recipe, ALL), [], name)
  })

  test('a preset suffers from the encoder that only it needs', ({ assert }) => {
    const abilities = { ...ALL, encoders: ALL.encoders.filter((one) => one !== 'libmp3lame') }

    assert.match(lacksFor(recipeOf('audio_mp3'), abilities).join(), /libmp3lame/)
    assert.deepEqual(lacksFor(recipeOf('medium'), abilities), [])
  })

  test('a preset that can fall back lacks nothing', ({ assert }) => {
    const abilities = { ...ALL, encoders: ['libx264', 'aac'] }

    assert.deepEqual(lacksFor(recipeOf('av1_720p'), abilities), [])
  })

  test('missing filters are told with what cannot be made', ({ assert }) => {
    const filters = FILTERS.filter((one) => one !== 'zscale')

    assert.deepEqual(lackingFilters({ ...ALL, filters }), [
      { use: 'HDR sources', missing: ['zscale'] },
    ])
  })
})

test.group('Clocks', () => {
  test('within two seconds all is well, beyond it somebody is ahead', ({ assert }) => {
    const at = { beforeMs: 1000, afterMs: 1010 }
    assert.equal(compareClocks('clock', 'Redis', { ...at, serverMs: 2900 }).level, 'ok')
    const far = compareClocks('clock', 'Redis', { ...at, serverMs: 60_000 })
    assert.equal(far.level, 'warning')
    assert.match(far.sentence, /58995 ms apart: Redis is ahead/)
    assert.match(
      compareClocks('clock', 'Redis', { ...at, serverMs: -9000 }).sentence,
      /this machine is ahead/
    )
  })

  test('a slow answer is no wrong clock', ({ assert }) => {
    const at = { beforeMs: 0, serverMs: 6000, afterMs: 9000 }
    assert.equal(compareClocks('clock', 'Redis', at).level, 'ok')
  })
})

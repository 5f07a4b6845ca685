import { test } from '@japa/runner'
import { PhaseTimes } from '#pipeline/phase_times'

test.group('The times of phases', () => {
  test('add up to all of the time, also of phases entered again', ({ assert }) => {
    let now = 100
    const times = new PhaseTimes(() => now)
    now = 110
    times.enter('encode')
    now = 150
    times.enter('verify')
    now = 155
    times.enter('encode')
    times.enter('encode')
    now = 160

    assert.deepEqual(times.soFar(), { probe: 10, encode: 45, verify: 5 })
  })
})

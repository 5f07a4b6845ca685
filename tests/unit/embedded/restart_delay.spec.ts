import { test } from '@japa/runner'
import { restartDelayMs } from '#embedded/supervision/restart_delay'

test.group('restartDelayMs', () => {
  test('doubles from half a second', ({ assert }) => {
    assert.deepEqual([1, 2, 3, 4].map(restartDelayMs), [500, 1000, 2000, 4000])
  })

  test('never waits longer than half a minute', ({ assert }) => {
    assert.equal(restartDelayMs(50), 30_000)
  })
})

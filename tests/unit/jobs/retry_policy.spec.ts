import { test } from '@japa/runner'
import { describeCause, transientCauses } from '#jobs/failure_causes'
import { backoffS, triesAgain } from '#jobs/life/retry_policy'

test.group('triesAgain', () => {
  test('a permanent cause is never tried again', ({ assert }) => {
    assert.isFalse(triesAgain('INPUT_NO_VIDEO', 1, 20))
    assert.isFalse(triesAgain('ORIGINAL_MISSING', 1, 20))
  })

  test('a transient cause is tried again until it failed as often as it may', ({ assert }) => {
    for (const cause of transientCauses()) {
      for (const most of [1, 3, 20]) {
        assert.equal(triesAgain(cause, most - 1, most), true, cause)
        assert.equal(triesAgain(cause, most, most), false, cause)
      }
    }
  })

  test('an unknown code reads as unforeseen and may be tried again', ({ assert }) => {
    assert.equal(describeCause('NEVER_HEARD_OF'), describeCause('UNKNOWN'))
    assert.isTrue(triesAgain('NEVER_HEARD_OF', 1, 3))
  })
})

test.group('backoffS', () => {
  test('doubles with each failure', ({ assert }) => {
    assert.deepEqual(
      [1, 2, 3].map((n) => backoffS(n, 0.5)),
      [2, 4, 8]
    )
  })

  test('never passes five minutes by more than the jitter', ({ assert }) => {
    assert.equal(backoffS(40, 0.5), 300)
    assert.closeTo(backoffS(40, 1), 360, 1e-9)
    assert.closeTo(backoffS(40, 0), 240, 1e-9)
  })
})

import { test } from '@japa/runner'
import { isEnded, isLegalMove, JOB_STATUSES } from '#jobs/job_state'

test.group('isLegalMove', () => {
  test('nothing leaves completed', ({ assert }) => {
    for (const to of JOB_STATUSES) assert.isFalse(isLegalMove('completed', to))
  })

  test('only a waiting job starts to run', ({ assert }) => {
    const sources = JOB_STATUSES.filter((from) => isLegalMove(from, 'running'))

    assert.deepEqual(sources, ['queued'])
  })

  test('only a running job completes or fails', ({ assert }) => {
    for (const end of ['completed', 'failed'] as const) {
      const sources = JOB_STATUSES.filter((from) => isLegalMove(from, end))
      assert.deepEqual(sources, ['running'])
    }
  })

  test('what has not ended can be cancelled', ({ assert }) => {
    for (const from of JOB_STATUSES) {
      assert.equal(isLegalMove(from, 'cancelled'), !isEnded(from))
    }
  })
})

import { test } from '@japa/runner'
import { judgeBatch, type BatchNews, type EndedJob } from '#jobs/batches/batch_verdict'

const failed = (cause: string): EndedJob => ({ status: 'failed', cause })
const completed: EndedJob = { status: 'completed', cause: null }
const cancelled: EndedJob = { status: 'cancelled', cause: null }

/** Two of the canary run, ten wait behind it. */
const CANARY: BatchNews = {
  ...{ active: 12, held: 10, loose: 0, isPaused: false, isReleased: false },
  ...{ pauseAfterFailures: 3, canarySize: 3, ended: [] },
}
/** All were let go. */
const RUNNING: BatchNews = { ...CANARY, held: 0, loose: 8, isReleased: true }
const times = (count: number, job: EndedJob) => Array.from({ length: count }, () => job)

test.group('A batch', () => {
  test('is left alone while its canary runs', ({ assert }) => {
    assert.equal(judgeBatch({ ...CANARY, ended: [completed] }).act, 'nothing')
  })

  test('goes on when all of its canary ended and one of it completed', ({ assert }) => {
    const ended = [failed('INPUT_TRUNCATED'), completed, cancelled]
    assert.equal(judgeBatch({ ...CANARY, active: 10, ended }).act, 'release')
  })

  test('is paused when none of its canary completed', ({ assert }) => {
    const ended = [failed('INPUT_TRUNCATED'), failed('TIME_LIMIT'), cancelled]
    const verdict = judgeBatch({ ...CANARY, active: 10, ended })
    assert.deepEqual(verdict, { act: 'pause', reason: 'None of the first 3 jobs completed' })
  })

  test('is paused by failures of one cause in a row, with the cause in words', ({ assert }) => {
    const verdict = judgeBatch({ ...RUNNING, ended: times(3, failed('DISK_FULL')) })
    assert.equal(verdict.act, 'pause')
    assert.match((verdict as { reason: string }).reason, /^3 jobs in a row failed alike: .*disk/i)
  })

  test('is not paused by failures of several causes', ({ assert }) => {
    const ended = [failed('DISK_FULL'), failed('INPUT_TRUNCATED'), failed('DISK_FULL')]
    assert.equal(judgeBatch({ ...RUNNING, ended }).act, 'nothing')
  })

  test('is not paused where one between completed', ({ assert }) => {
    const ended = [failed('DISK_FULL'), completed, failed('DISK_FULL'), failed('DISK_FULL')]
    assert.equal(judgeBatch({ ...RUNNING, ended }).act, 'nothing')
  })

  test('does not count what was cancelled', ({ assert }) => {
    const bad = failed('DISK_FULL')
    assert.equal(judgeBatch({ ...RUNNING, ended: [bad, cancelled, bad] }).act, 'nothing')
    assert.equal(judgeBatch({ ...RUNNING, ended: [bad, cancelled, bad, bad] }).act, 'pause')
  })

  test('that is paused stays so, and holds what comes back', ({ assert }) => {
    const paused = { ...RUNNING, isPaused: true, ended: times(3, failed('DISK_FULL')) }
    assert.equal(judgeBatch({ ...paused, loose: 0 }).act, 'nothing')
    assert.equal(judgeBatch({ ...paused, loose: 1 }).act, 'hold_again')
  })

  test('is finished when nothing waits or runs, paused or not', ({ assert }) => {
    assert.equal(judgeBatch({ ...RUNNING, active: 0, loose: 0 }).act, 'finish')
    assert.equal(judgeBatch({ ...RUNNING, active: 0, loose: 0, isPaused: true }).act, 'finish')
  })
})

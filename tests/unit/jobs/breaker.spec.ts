import { test } from '@japa/runner'
import { breakerWaitS, judgeLane, TRIPS_AFTER, type EndedAttempt } from '#jobs/lanes/breaker'

const failed = (cause: string): EndedAttempt => ({ status: 'failed', cause })
const completed: EndedAttempt = { status: 'completed', cause: null }
const row = (cause: string, length = TRIPS_AFTER) => Array.from({ length }, () => failed(cause))

test.group('A lane’s breaker', () => {
  test('opens when a cause of the world fails enough jobs in a row', ({ assert }) => {
    const verdict = judgeLane({ openCause: null, ended: row('DISK_FULL') })
    assert.deepEqual(verdict, { act: 'open', cause: 'DISK_FULL' })
  })

  test('stays closed one short of that', ({ assert }) => {
    const ended = row('DISK_FULL', TRIPS_AFTER - 1)
    assert.equal(judgeLane({ openCause: null, ended }).act, 'nothing')
    assert.equal(judgeLane({ openCause: null, ended: [...ended, completed] }).act, 'nothing')
  })

  test('stays closed where the files themselves are bad', ({ assert }) => {
    const verdict = judgeLane({ openCause: null, ended: row('INPUT_TRUNCATED') })
    assert.equal(verdict.act, 'nothing')
  })

  test('stays closed where the causes differ', ({ assert }) => {
    const ended = [failed('STORAGE_UNREACHABLE'), ...row('DISK_FULL')]
    assert.equal(judgeLane({ openCause: null, ended }).act, 'nothing')
  })

  test('waits while nothing was tried', ({ assert }) => {
    assert.equal(judgeLane({ openCause: 'DISK_FULL', ended: [] }).act, 'nothing')
  })

  test('waits again when the one that was tried failed by the world', ({ assert }) => {
    const ended = [failed('DISK_FULL')]
    const verdict = judgeLane({ openCause: 'DISK_FULL', ended })
    assert.deepEqual(verdict, { act: 'open', cause: 'DISK_FULL' })
  })

  test('closes when the one that was tried got through, to whatever end', ({ assert }) => {
    assert.equal(judgeLane({ openCause: 'DISK_FULL', ended: [completed] }).act, 'close')
    const bad = [failed('INPUT_TRUNCATED')]
    assert.equal(judgeLane({ openCause: 'DISK_FULL', ended: bad }).act, 'close')
  })

  test('waits longer each time, a quarter of an hour at most', ({ assert }) => {
    const waits = [0, 1, 2, 3, 4, 5, 6].map(breakerWaitS)
    assert.deepEqual(waits, [30, 60, 120, 240, 480, 900, 900])
  })
})

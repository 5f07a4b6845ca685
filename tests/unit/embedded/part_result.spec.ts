import { test } from '@japa/runner'
import { closingLine, judgeSuite } from '#embedded/testing/part_result'

test.group('judgeSuite', () => {
  test('a suite that ran and failed nothing is fine', ({ assert }) => {
    const counts = { passed: 3, failed: 0, skipped: 0 }

    assert.deepEqual(judgeSuite({ exitCode: 0, counts, isFiltered: false }), {
      ...counts,
      problem: null,
    })
  })

  test('a suite that crashed has failed', ({ assert }) => {
    const verdict = judgeSuite({ exitCode: null, counts: null, isFiltered: false })

    assert.equal(verdict.failed, 1)
    assert.include(verdict.problem!, 'without a result')
  })

  test('a suite that ran nothing has failed', ({ assert }) => {
    const counts = { passed: 0, failed: 0, skipped: 2 }

    const verdict = judgeSuite({ exitCode: 0, counts, isFiltered: false })

    assert.deepEqual(verdict, { ...counts, failed: 1, problem: 'it ran no test' })
  })

  test('nothing to run is no failure when the tests were chosen', ({ assert }) => {
    const counts = { passed: 0, failed: 0, skipped: 0 }

    assert.equal(judgeSuite({ exitCode: 0, counts, isFiltered: true }).failed, 0)
  })

  test('a suite that passed and then crashed has failed', ({ assert }) => {
    const counts = { passed: 3, failed: 0, skipped: 0 }

    assert.equal(judgeSuite({ exitCode: 1, counts, isFiltered: false }).failed, 1)
  })
})

test.group('closingLine', () => {
  test('adds up all parts', ({ assert }) => {
    const part = { name: '', skipped: 0, durationMs: 0, problem: null }
    const results = [
      { ...part, passed: 2, failed: 0 },
      { ...part, passed: 5, failed: 1 },
    ]

    assert.equal(closingLine(results), '7 passed, 1 failed')
  })
})

import { test } from '@japa/runner'
import { closingLine, failedLines, judgeSuite } from '#embedded/testing/part_result'

test.group('judgeSuite', () => {
  test('a suite that ran and failed nothing is fine', ({ assert }) => {
    const counts = { passed: 3, failed: 0, skipped: 0, failures: [] }

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
    const counts = { passed: 0, failed: 0, skipped: 2, failures: [] }

    const verdict = judgeSuite({ exitCode: 0, counts, isFiltered: false })

    assert.deepEqual(verdict, { ...counts, failed: 1, problem: 'it ran no test' })
  })

  test('nothing to run is no failure when the tests were chosen', ({ assert }) => {
    const counts = { passed: 0, failed: 0, skipped: 0, failures: [] }

    assert.equal(judgeSuite({ exitCode: 0, counts, isFiltered: true }).failed, 0)
  })

  test('a suite that passed and then crashed has failed', ({ assert }) => {
    const counts = { passed: 3, failed: 0, skipped: 0, failures: [] }

    assert.equal(judgeSuite({ exitCode: 1, counts, isFiltered: false }).failed, 1)
  })
})

test.group('closingLine', () => {
  test('adds up all parts', ({ assert }) => {
    const part = { name: '', skipped: 0, durationMs: 0, problem: null, failures: [] }
    const results = [
      { ...part, passed: 2, failed: 0 },
      { ...part, passed: 5, failed: 1 },
    ]

    assert.equal(closingLine(results), '7 passed, 1 failed')
  })
})

test.group('failedLines', () => {
  test('tells each failed test, and a suite or a check that has none to tell', ({ assert }) => {
    const part = { passed: 1, skipped: 0, durationMs: 0, problem: null, failures: [] }
    const results = [
      { ...part, name: 'lint', failed: 1 },
      { ...part, name: 'unit', failed: 0 },
      { ...part, name: 'console', failed: 2, failures: ['a / b: not so', 'a / c: late'] },
      { ...part, name: 'chaos', failed: 1, problem: 'it ran no test' },
    ]

    assert.deepEqual(failedLines(results), [
      'lint',
      'console: a / b: not so',
      'console: a / c: late',
      'chaos: it ran no test',
    ])
  })
})

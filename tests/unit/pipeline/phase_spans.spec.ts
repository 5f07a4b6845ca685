import { test } from '@japa/runner'
import { JOB_PHASES } from '#jobs/job_state'
import { progressIn } from '#pipeline/phase_spans'

test.group('progressIn', () => {
  test('begins each phase where the one before ended, from nothing to all', ({ assert }) => {
    const ends = JOB_PHASES.map((phase) => progressIn(phase, 1))
    const begins = JOB_PHASES.map((phase) => progressIn(phase, 0))

    assert.equal(begins[0], 0)
    assert.equal(ends.at(-1), 1)
    for (const [at, begin] of begins.slice(1).entries()) assert.closeTo(begin, ends[at], 1e-9)
  })
})

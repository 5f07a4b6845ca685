import { test } from '@japa/runner'
import { JOB_PHASES } from '#jobs/job_state'
import { JOB_STEPS, PHASE_WORDS } from '#jobs/phase_words'

test.group('The steps of a job', () => {
  test('stand for every phase, in their order', ({ assert }) => {
    assert.deepEqual(
      JOB_STEPS.flatMap(({ phases }) => phases),
      [...JOB_PHASES]
    )
  })

  test('name checking and publishing finalising, in every place', ({ assert }) => {
    for (const phase of ['verify', 'publish'] as const) {
      assert.match(PHASE_WORDS[phase], /^finalising/)
      assert.equal(JOB_STEPS.find(({ phases }) => phases.includes(phase))?.title, 'Finalise')
    }
  })
})

import { test } from '@japa/runner'
import { effectiveLimits, type JobLimits } from '#jobs/limits/job_limits'

const MIB = 1024 * 1024
const SETTINGS: JobLimits = {
  maxFailures: 3,
  softTimeS: 1800,
  hardTimeS: 3600,
  noProgressS: 60,
  memoryBytes: 512 * MIB,
  canRaiseMemory: true,
  outputBytes: 16_384 * MIB,
}

test.group('effectiveLimits', () => {
  test('a preset that says nothing has the settings’ limits', ({ assert }) => {
    assert.deepEqual(effectiveLimits(SETTINGS), SETTINGS)
    assert.deepEqual(effectiveLimits(SETTINGS, {}), SETTINGS)
  })

  test('each limit of a preset takes the place of the settings’ one, and of no other')
    .with([
      [{ maxFailures: 1 }, { maxFailures: 1 }],
      [{ softTimeS: 10 }, { softTimeS: 10 }],
      [{ hardTimeS: 7200 }, { hardTimeS: 7200 }],
      [{ noProgressS: 5 }, { noProgressS: 5 }],
      [{ outputMib: 1 }, { outputBytes: MIB }],
    ])
    .run(({ assert }, [own, changed]) => {
      assert.deepEqual(effectiveLimits(SETTINGS, own), { ...SETTINGS, ...changed })
    })

  test('memory that a preset sets is not raised', ({ assert }) => {
    const limits = effectiveLimits(SETTINGS, { memoryMib: 128 })

    assert.equal(limits.memoryBytes, 128 * MIB)
    assert.isFalse(limits.canRaiseMemory)
  })

  test('a soft limit is never after the hard one', ({ assert }) => {
    assert.equal(effectiveLimits(SETTINGS, { hardTimeS: 60 }).softTimeS, 60)
  })
})

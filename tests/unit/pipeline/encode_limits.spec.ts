import { test } from '@japa/runner'
import { encodeLimits, refuseLateEncode } from '#pipeline/encode_limits'

const MIB = 1024 * 1024
const LIMITS = {
  ...{ maxFailures: 3, softTimeS: 10, hardTimeS: 20, noProgressS: 5 },
  ...{ memoryBytes: 512 * MIB, canRaiseMemory: true, outputBytes: 100 * MIB },
}

function failureOf(work: () => void): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return null
}

test.group('encodeLimits', () => {
  test('memory is raised to what the plan is known to need', ({ assert }) => {
    assert.equal(encodeLimits(LIMITS, 700 * MIB).memoryBytes, 700 * MIB)
    assert.equal(encodeLimits(LIMITS, 100 * MIB).memoryBytes, 512 * MIB)
  })

  test('but not where the preset says how much there is', ({ assert }) => {
    const limits = { ...LIMITS, canRaiseMemory: false }

    assert.equal(encodeLimits(limits, 700 * MIB).memoryBytes, 512 * MIB)
  })
})

test.group('refuseLateEncode', () => {
  test('an encode is begun before the soft limit, and none after it', ({ assert }) => {
    refuseLateEncode(LIMITS, 10_000)

    const begin = () => refuseLateEncode(LIMITS, 10_600)
    assert.throws(begin, /soft time limit.*after 11 s, allowed are 10 s/)
    assert.propertyVal(failureOf(begin), 'code', 'SOFT_TIME_LIMIT')
  })
})

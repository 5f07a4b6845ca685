import { test } from '@japa/runner'
import { validateLimits } from '#presets/preset_limits'

const ALL = {
  ...{ maxFailures: 5, softTimeS: 60, hardTimeS: 120 },
  ...{ noProgressS: 10, memoryMib: 1024, outputMib: 500 },
}

async function faultsOf(limits: unknown): Promise<{ field: string; message: string }[]> {
  return validateLimits(limits).then(
    () => [],
    (error) => error.messages
  )
}

const REFUSED: [limits: unknown, field: string, words: RegExp][] = [
  [[1], 'limits', /object/],
  [{ maxFailures: 0 }, 'limits.maxFailures', /between 1 and 20/],
  [{ maxFailures: 21 }, 'limits.maxFailures', /between 1 and 20/],
  [{ hardTimeS: 1.5 }, 'limits.hardTimeS', /integer/],
  [{ noProgressS: '60' }, 'limits.noProgressS', /number/],
  [{ memoryMib: 63 }, 'limits.memoryMib', /between 64/],
  [{ outputMib: 0 }, 'limits.outputMib', /between 1/],
  [{ hardTime: 60 }, 'limits.hardTime', /check its spelling/],
  [{ softTimeS: 61, hardTimeS: 60 }, 'limits.softTimeS', /61 s.*60 s/],
]

test.group('validateLimits', () => {
  test('takes all of them, or none', async ({ assert }) => {
    assert.deepEqual(await validateLimits(ALL), ALL)
    assert.deepEqual(await validateLimits({}), {})
  })

  test('null stands for the setting', async ({ assert }) => {
    assert.deepEqual(await validateLimits({ ...ALL, maxFailures: null, hardTimeS: null }), {
      ...{ softTimeS: 60, noProgressS: 10, memoryMib: 1024, outputMib: 500 },
    })
  })

  test('names the field that is wrong')
    .with(REFUSED)
    .run(async ({ assert }, [limits, field, words]) => {
      const [fault] = await faultsOf(limits)

      assert.equal(fault.field, field)
      assert.match(fault.message, words)
    })
})

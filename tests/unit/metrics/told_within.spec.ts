import { test } from '@japa/runner'
import { ToldWithin } from '#metrics/told_within'

test.group('ToldWithin', () => {
  test('ten that ask at once cost one question, and its answer is kept', async ({ assert }) => {
    let asked = 0
    const told = new ToldWithin({
      ask: async () => (asked += 1),
      ...{ keptMs: 60_000, timeoutMs: 1000 },
    })

    const answers = await Promise.all(Array.from({ length: 10 }, () => told.now()))

    assert.deepEqual(new Set(answers), new Set([1]))
    assert.equal(await told.now(), 1)
    assert.equal(asked, 1)
  })

  test('a question that hangs is waited for no longer, and not asked again', async ({ assert }) => {
    let asked = 0
    const ask = () => {
      asked += 1
      return new Promise<number>(() => undefined)
    }
    const told = new ToldWithin({ ask, keptMs: 60_000, timeoutMs: 20 })

    assert.isNull(await told.now())
    assert.isNull(await told.now())
    assert.equal(asked, 1)
  })

  test('a question that fails is asked again', async ({ assert }) => {
    let asked = 0
    const ask = async () => {
      asked += 1
      if (asked === 1) throw new Error('away')
      return asked
    }
    const told = new ToldWithin({ ask, keptMs: 60_000, timeoutMs: 1000 })

    assert.isNull(await told.now())
    assert.equal(await told.now(), 2)
  })
})

import { test } from '@japa/runner'
import { etaOfRunning, etaOfWaiting, leftOf, rangeOf, sumOf } from '#jobs/forecast/forecast'

const sure = (meanS: number) => ({ meanS, varianceS2: 0 })

test.group('What is left of a job that runs', () => {
  test('is what experience says before it has a pace', ({ assert }) => {
    const left = leftOf({ expected: sure(100), elapsedS: 10, progress: 0.01 })
    assert.equal(left!.meanS, 90)
  })

  test('is what its own pace says near the end, whatever experience said', ({ assert }) => {
    const left = leftOf({ expected: sure(100), elapsedS: 990, progress: 0.99 })
    assert.approximately(left!.meanS, 10, 0.5)
  })

  test('shrinks while it goes on at one pace', ({ assert }) => {
    const lefts = [0.1, 0.3, 0.5, 0.7, 0.9, 1].map(
      (progress) => leftOf({ expected: sure(100), elapsedS: 120 * progress, progress })!.meanS
    )
    assert.deepEqual(
      lefts.toSorted((a, b) => b - a),
      lefts
    )
    assert.equal(lefts.at(-1), 0)
  })

  test('is told with less and less spread', ({ assert }) => {
    const expected = { meanS: 100, varianceS2: 900 }
    const widths = [0.1, 0.5, 0.9].map((progress) => {
      const { fromS, toS } = etaOfRunning({ expected, elapsedS: 100 * progress, progress })!
      return toS - fromS
    })
    assert.isAbove(widths[0], widths[1])
    assert.isAbove(widths[1], widths[2])
  })

  test('is never below nothing where it takes longer than ever', ({ assert }) => {
    const { fromS } = etaOfRunning({ expected: sure(10), elapsedS: 50, progress: 0.04 })!
    assert.equal(fromS, 0)
  })

  test('is unknown without experience and without a pace', ({ assert }) => {
    assert.isNull(etaOfRunning({ expected: null, elapsedS: 5, progress: 0.03 }))
    assert.isNotNull(etaOfRunning({ expected: null, elapsedS: 5, progress: 0.3 }))
  })
})

test.group('When a job that waits is done', () => {
  const waits = { own: sure(10), ahead: sure(100), slots: 2, dueInS: 0 }

  test('comes after what is ahead, shared among the slots', ({ assert }) => {
    const { fromS, toS } = etaOfWaiting(waits)!
    assert.approximately((fromS + toS) / 2, 100 / 2 + 10, 1e-9)
    assert.isBelow(fromS, toS)
  })

  test('comes sooner with more slots', ({ assert }) => {
    assert.isBelow(etaOfWaiting({ ...waits, slots: 4 })!.toS, etaOfWaiting(waits)!.toS)
  })

  test('comes not before it is due', ({ assert }) => {
    assert.isAtLeast(etaOfWaiting({ ...waits, dueInS: 600 })!.fromS, 600)
  })

  test('is unknown where {what}')
    .with([
      { what: 'nobody works', change: { slots: 0 } },
      { what: 'such work was never done', change: { own: null } },
      { what: 'something ahead was never done', change: { ahead: null } },
    ])
    .run(({ assert }, { change }) => {
      assert.isNull(etaOfWaiting({ ...waits, ...change }))
    })
})

test.group('Sums of what is expected', () => {
  test('spread less than their parts', ({ assert }) => {
    const part = { meanS: 100, varianceS2: 400 }
    const hundred = rangeOf(sumOf(Array.from({ length: 100 }, () => part))!)
    const one = rangeOf(part)
    assert.isBelow((hundred.toS - hundred.fromS) / 100, one.toS - one.fromS)
  })

  test('are unknown where a part is', ({ assert }) => {
    assert.isNull(sumOf([sure(1), null]))
    assert.deepEqual(sumOf([]), sure(0))
  })
})

import { test } from '@japa/runner'
import { checkSimilarity, whyUnlike } from '#media/verify/similarity_check'
import type { SsimSpan } from '#media/verify/ssim'

const GOOD: SsimSpan = {
  ...{ startS: 10, stepS: 0.04, frames: 75, average: 0.3, worst: 0.2 },
  ...{ shape: 0.95, unlike: 0, level: 1, flat: 0, shift: 0 },
}

const similarity = (...spans: Partial<SsimSpan>[]) => ({
  ssim: { average: 0.3, worst: 0.2, spans: spans.map((span) => ({ ...GOOD, ...span })) },
  reason: null,
})

test.group('checkSimilarity', () => {
  test('takes noise that a low rate left out, and no other picture', ({ assert }) => {
    assert.isTrue(checkSimilarity(similarity({}))[0].ok)
    assert.isFalse(checkSimilarity(similarity({ shape: 0.7 }))[0].ok)
    assert.deepEqual(checkSimilarity({ ssim: null, reason: 'HDR' }), [])
  })

  test('one wrong span is enough, and is named', ({ assert }) => {
    const [check] = checkSimilarity(similarity({}, { startS: 42, shape: 0.3 }, {}))

    assert.isFalse(check.ok)
    assert.equal(check.code, 'RESULT_WRONG')
    assert.equal(check.got, 'at 42.0 s it has a likeness of 0.300')
  })
})

test.group('whyUnlike', () => {
  test('asks of an even colour only that it is that colour', ({ assert }) => {
    assert.isNull(whyUnlike({ ...GOOD, flat: 1, shape: 0.1, unlike: 1 }))
    assert.include(whyUnlike({ ...GOOD, flat: 1, shape: 0.99, level: 20 }), 'differs by 20.0')
  })

  test('bears two pictures of shift, no tenth of a second', ({ assert }) => {
    assert.isNull(whyUnlike({ ...GOOD, shift: -2 }))
    assert.include(whyUnlike({ ...GOOD, shift: 50 }), 'is 2.00 s late')
    assert.include(whyUnlike({ ...GOOD, shift: -3 }), 'is 0.12 s early')
  })

  test('a fifth of the pictures may be spoiled, no more', ({ assert }) => {
    assert.isNull(whyUnlike({ ...GOOD, unlike: 0.2 }))
    assert.include(whyUnlike({ ...GOOD, unlike: 0.3 }), 'spoiled in 30 %')
  })
})

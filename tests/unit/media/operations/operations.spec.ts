import { test } from '@japa/runner'
import { OPERATIONS } from '#media/operations/operations'
import { InvalidParameter, readParameters } from '#media/operations/parameters'
import type { Operation } from '#media/operations/operation'
import type { Parameter } from '#media/operations/parameters'
import { choice, decimal, whole } from '#media/operations/parameter_kinds'
import { mediaInfo } from '../../../fixtures/media_infos.js'

const KINDS = {
  width: whole('Width', { min: 2, max: 8192, default: 1280 }),
  strength: decimal('Strength', { min: 0, max: 1, default: null }),
  format: choice('Format', ['mp3', 'wav'], 'mp3'),
}

test.group('readParameters', () => {
  test('fills in what was left out', ({ assert }) => {
    const values = readParameters(KINDS, undefined)

    assert.deepEqual(values, { width: 1280, strength: null, format: 'mp3' })
  })

  test('takes numbers as forms and commands send them', ({ assert }) => {
    const values = readParameters(KINDS, { width: '640', strength: '0.25' })

    assert.deepEqual(values, { width: 640, strength: 0.25, format: 'mp3' })
  })

  test('an empty text is left out', ({ assert }) => {
    assert.equal(readParameters(KINDS, { width: '' }).width, 1280)
  })

  test('refuses {$self} naming the field')
    .with([
      { width: 1 },
      { width: 8193 },
      { width: 640.5 },
      { width: 'wide' },
      { width: Number.NaN },
      { width: Number.POSITIVE_INFINITY },
      { width: [640] },
      { width: { toString: () => '640' } },
      { strength: -0.1 },
      { strength: true },
      { format: 'mp4' },
      { format: 'MP3' },
      { format: 3 },
    ])
    .run(({ assert }, given) => {
      const [field] = Object.keys(given)

      try {
        readParameters(KINDS, given)
        assert.fail('it was taken')
      } catch (error) {
        assert.instanceOf(error, InvalidParameter)
        assert.equal((error as InvalidParameter).field, field)
      }
    })

  test('refuses what it does not know with what it knows', ({ assert }) => {
    assert.throws(() => readParameters(KINDS, { widht: 640 }), /widht.*width, strength, format/)
  })

  test('refuses what is no object: {$self}')
    .with([[[]], ['width=640'], [640]])
    .run(({ assert }, [given]) => {
      assert.throws(() => readParameters(KINDS, given), InvalidParameter)
    })
})

test.group('OPERATIONS', () => {
  test('every one tells what it is and what it takes', ({ assert }) => {
    for (const [name, operation] of OPERATIONS) {
      assert.equal(operation.name, name)
      assert.match(name, /^[a-z][a-z_]{0,31}$/)
      assert.isNotEmpty(operation.title)
      assert.isNotEmpty(operation.description)
      for (const parameter of Object.values(operation.parameters)) {
        assert.isNotEmpty(parameter.about)
      }
    }
  })

  test('every one makes a recipe out of nothing but what it needs', ({ assert }) => {
    for (const operation of OPERATIONS.values()) {
      const { recipe, parameters } = operation.prepare(needed(operation), mediaInfo())

      const makes = recipe.renditions.length + Number(recipe.storyboard !== null)
      assert.isAbove(makes, 0, operation.name)
      assert.deepEqual(operation.check(parameters), parameters, `${operation.name} again`)
    }
  })

  test('no two renditions of a recipe share a name', ({ assert }) => {
    for (const operation of OPERATIONS.values()) {
      const { recipe } = operation.prepare(needed(operation), mediaInfo())
      const names = recipe.renditions.map((one) => one.name)

      assert.lengthOf(new Set(names), names.length, operation.name)
    }
  })
})

/** A value for every parameter that has no default, from what the operation itself says it takes. */
function needed({ name: operation, parameters }: Operation) {
  if (operation === 'watermark') return { text: 'Mediakeep' }
  const open = Object.entries(parameters).filter(([, of]) => of.default === undefined)
  return Object.fromEntries(open.map(([name, of]) => [name, someOf(name, of)]))
}

function someOf(name: string, parameter: Parameter) {
  if (parameter.kind === 'choice') return parameter.choices[0]
  if (parameter.kind === 'number') return Math.max(parameter.min, Math.min(1, parameter.max))
  return name === 'filters' ? 'grayscale' : 'Mediakeep'
}

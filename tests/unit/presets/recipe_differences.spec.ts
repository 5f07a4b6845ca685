import { test } from '@japa/runner'
import { normaliseRecipe } from '#media/recipe/stored_recipe'
import { recipeDifferences } from '#presets/recipe_differences'

const one = normaliseRecipe({ renditions: [{ name: 'small', video: { crf: 23 }, audio: {} }] })

test.group('recipeDifferences', () => {
  test('tells each field that changed, and no other', ({ assert }) => {
    const other = normaliseRecipe({
      renditions: [{ name: 'small', video: { crf: 28, maxBitRate: 500_000 }, audio: {} }],
      poster: { width: 640, atS: null },
    })

    const found = recipeDifferences(
      { recipe: one, limits: {} },
      { recipe: other, limits: { hardTimeS: 60 } }
    )

    assert.deepEqual(found, [
      { rendition: 'small', path: 'video.crf', before: 23, after: 28 },
      { rendition: 'small', path: 'video.maxBitRate', before: undefined, after: 500_000 },
      { rendition: null, path: 'poster.width', before: undefined, after: 640 },
      { rendition: null, path: 'limits.hardTimeS', before: undefined, after: 60 },
    ])
  })

  test('knows a rendition by its name, wherever it stands', ({ assert }) => {
    const [small] = one.renditions
    const both = { ...one, renditions: [{ ...small, name: 'other' }, small] }
    const turned = { ...one, renditions: [small, { ...small, name: 'other' }] }

    assert.isEmpty(recipeDifferences({ recipe: both, limits: {} }, { recipe: turned, limits: {} }))
  })
})

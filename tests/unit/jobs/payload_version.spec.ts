import { readFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { payloadVersionOf } from '#jobs/payload_version'
import type { Recipe } from '#media/recipe/recipe'

/** Of what a recipe may say, as it was when PAYLOAD_VERSION was last thought about. */
const KNOWN = 'f74f64f8d3233a15'

const recipe = (poster: Recipe['poster']) => ({ renditions: [], poster }) as unknown as Recipe

test.group('The version of a job', () => {
  test('is as low as its recipe lets it be', ({ assert }) => {
    const changes = [
      { version: 2, concerns: ({ poster }: Recipe) => poster !== null },
      { version: 3, concerns: ({ renditions }: Recipe) => renditions.length > 0 },
    ]
    assert.equal(payloadVersionOf(recipe(null), changes), 1)
    assert.equal(payloadVersionOf(recipe({ width: 640, atS: null }), changes), 2)
  })

  test('is thought about whenever recipes may say something new', async ({ assert }) => {
    const files = ['recipe.ts', 'filter_recipe.ts', 'formats.ts']
    const sources = files.map((name) => readFile(app.makePath('app/media/recipe', name), 'utf8'))
    const said = (await Promise.all(sources)).join('').replace(/\/\*[^]*?\*\/|\/\/.*|\s+/g, '')
    const found = createHash('sha256').update(said).digest('hex').slice(0, 16)

    assert.equal(
      found,
      KNOWN,
      'what recipes say has changed: would a worker of the version before do it wrong? Then raise PAYLOAD_VERSION ' +
        `and add the change in app/jobs/payload_version.ts. In any case write ${found} here`
    )
  })
})

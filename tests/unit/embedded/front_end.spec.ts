import { utimes } from 'node:fs/promises'
import { test } from '@japa/runner'
import { isFrontEndFresh } from '#embedded/front_end'

const MANIFEST = 'public/assets/.vite/manifest.json'
const LONG_AGO = new Date('2020-01-01')

test.group('isFrontEndFresh', (group) => {
  group.each.setup(async ({ context }) => {
    await context.fs.create('resources/js/app.js', '')
    await context.fs.create('package-lock.json', '{}')
  })

  test('what was never built is not fresh', async ({ assert, fs }) => {
    assert.isFalse(await isFrontEndFresh(fs.basePath))
  })

  test('what was built last is fresh', async ({ assert, fs }) => {
    await fs.create(MANIFEST, '{}')

    assert.isTrue(await isFrontEndFresh(fs.basePath))
  })

  test('what is older than its sources is not fresh', async ({ assert, fs }) => {
    await fs.create(MANIFEST, '{}')
    await utimes(`${fs.basePath}/${MANIFEST}`, LONG_AGO, LONG_AGO)

    assert.isFalse(await isFrontEndFresh(fs.basePath))
  })
})

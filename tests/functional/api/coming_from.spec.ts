import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { RESOURCES } from '#http/openapi/document'

const CALL = /`(GET|POST|PATCH|DELETE) \/api\/v1(\/[^`? ]*)/g

test.group('Coming from another system', () => {
  test('each call that the README maps to is there', async ({ assert }) => {
    const readme = await readFile(app.makePath('README.md'), 'utf8')
    const [, section] = readme.split('## Coming from another system')
    const calls = [...section.split('\n## ')[0].matchAll(CALL)]
    const addresses = calls.map(
      ([, method, path]) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`
    )
    const known = RESOURCES.flatMap(({ operations }) => Object.keys(operations))

    assert.isAtLeast(addresses.length, 17)
    assert.includeMembers(known, [...new Set(addresses)])
  })
})

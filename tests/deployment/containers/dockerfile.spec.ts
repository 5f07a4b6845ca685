import { readFile, stat } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { validate } from 'dockerfile-utils'
import { docker, hasEngine } from './composed.js'
import { filesSent } from './build_context.js'
import { instructions } from './dockerfile.js'

const MIB = 1024 * 1024

test.group('Dockerfile', () => {
  test('is well-formed', async ({ assert }) => {
    assert.deepEqual(validate(await readFile(app.makePath('Dockerfile'), 'utf8')), [])
  })

  test('keeps the rules of those who lint such files', async ({ assert }) => {
    const all = await instructions()
    const of = (word: string) => all.filter((one) => one.word === word).map(({ text }) => text)

    for (const base of of('FROM')) assert.match(base, /^[\w./-]+:\d[\w.-]+( AS \w+)?$/)
    assert.notEqual(of('USER').at(-1), 'root')
    for (const run of of('RUN').filter((text) => text.includes('apt-get'))) {
      assert.match(run, /^apt-get update && apt-get install -y --no-install-recommends /)
      assert.match(run, /rm -rf \/var\/lib\/apt\/lists\/\*$/)
    }
    for (const word of ['CMD', 'ENTRYPOINT']) {
      assert.lengthOf(of(word), 1)
      assert.isArray(JSON.parse(of(word)[0]), `${word} is words, so that signals arrive`)
    }
    assert.isEmpty(of('ADD'))
    assert.isFalse(of('RUN').some((text) => /\bsudo\b|npm install\b|\bcd /.test(text)))
    assert.isTrue(of('WORKDIR').every((path) => path.startsWith('/')))
  })

  test('is sent what it builds from, and nothing that is private or large', async ({ assert }) => {
    const sent = await filesSent()
    const sizes = await Promise.all(sent.map(async (path) => (await stat(app.makePath(path))).size))

    const tops = new Set(sent.map((path) => path.split('/')[0]))
    for (const top of ['var', 'node_modules', '.git', '.env', 'tests', 'build', 'docs']) {
      assert.isFalse(tops.has(top), top)
    }
    for (const path of [
      'package-lock.json',
      'ace.js',
      'bin/server.ts',
      'resources/css/console.css',
    ]) {
      assert.include(sent, path)
    }
    assert.isBelow(
      sizes.reduce((sum, size) => sum + size, 0),
      10 * MIB
    )
  })

  test('makes an image that answers, or docker says why it cannot', async ({ assert }) => {
    if (!(await hasEngine())) {
      return assert.rejects(() => docker('build', '.'), /docker failed/)
    }
    await docker('build', '--tag', 'mediakeep:tested', '.')
    const { output } = await docker('run', '--rm', 'mediakeep:tested', 'id', '-u')
    assert.equal(output.trim(), '1000')
    await docker(...['run', '--rm', '--read-only', 'mediakeep:tested', 'node', 'ace.js', 'list'])
  }).timeout(900_000)
})

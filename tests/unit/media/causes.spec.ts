import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { describeCause, isKnownCause, knownCauses } from '#jobs/failure_causes'
import { MEDIA_FAILURES } from '#media/errors'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
/** Where the words stand, and this list of what they must be: neither throws nor provokes anything. */
const CATALOGUES = ['app/media/errors.ts', 'app/jobs/failure_causes.ts']

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
    .filter((path) => !CATALOGUES.includes(path) && !path.endsWith('unit/media/causes.spec.ts'))
}

const textOf = (folder: string) =>
  sourcesIn(folder)
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n')

const names = (text: string) =>
  new Set([...text.matchAll(/['"`]([A-Z][A-Z_]+)['"`]/g)].map((match) => match[1]))

test.group('the catalogue of causes', () => {
  test('has what people meet', ({ assert }) => {
    const wanted = [
      ...['ENCODER_MISSING', 'FILTER_MISSING', 'FFMPEG_MISSING', 'INPUT_TRUNCATED'],
      ...['INPUT_UNREADABLE', 'INPUT_UNSUPPORTED_CODEC', 'INPUT_ENCRYPTED', 'INPUT_NO_DURATION'],
      ...['DISK_FULL', 'OUT_OF_MEMORY', 'OUT_OF_MEMORY_LIMIT', 'TIME_LIMIT', 'NO_PROGRESS'],
      ...['ORIGINAL_CHANGED', 'ORIGINAL_MISSING', 'PERMISSION_DENIED', 'STORAGE_UNREACHABLE'],
      ...['WORKER_LOST', 'UNKNOWN'],
    ]

    assert.includeMembers(knownCauses(), wanted)
    assert.isAtLeast(knownCauses().length, 40)
  })

  test('says of each what happened, what to do, and whether a retry can help', ({ assert }) => {
    const sentences = knownCauses().map((code) => describeCause(code).sentence)

    assert.lengthOf(new Set(sentences), sentences.length)
    for (const code of knownCauses()) {
      const { sentence, remedy, canRetryHelp } = describeCause(code)
      assert.match(sentence, /^[A-Zf].*\.$/, code)
      assert.match(remedy, /^[A-Z].*\.$/, code)
      assert.isBoolean(canRetryHelp, code)
    }
  })

  test('holds nothing that no code ever gives as a cause', ({ assert }) => {
    const given = names(textOf('app'))

    assert.deepEqual(
      knownCauses().filter((code) => !given.has(code)),
      []
    )
  })

  test('holds nothing that no test provokes', ({ assert }) => {
    const provoked = names(textOf('tests'))

    assert.deepEqual(
      knownCauses().filter((code) => !provoked.has(code)),
      []
    )
  })

  test('names each cause that the media code throws', ({ assert }) => {
    const thrown = [...textOf('app/media').matchAll(/MediaError\(\s*'([A-Z_]+)'/g)]

    assert.isAbove(thrown.length, 30)
    for (const [, code] of thrown) assert.property(MEDIA_FAILURES, code)
  })

  test('reads what nobody knows as UNKNOWN', ({ assert }) => {
    assert.isFalse(isKnownCause('SOLAR_FLARE'))
    assert.equal(describeCause('SOLAR_FLARE'), describeCause('UNKNOWN'))
  })
})

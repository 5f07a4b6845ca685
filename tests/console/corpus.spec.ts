import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import * as clips from '#tests/fixtures/clips'
import { ace, aceJson } from '#tests/helpers/ace'

/** A clip, a text in disguise and, in a folder below with a manifest of its own, an empty file. */
async function makeCorpus(folder: string, expectedOfText: object) {
  const below = join(folder, 'below')
  await mkdir(below, { recursive: true })
  await clips.silentClip(folder, { name: "awkward 'name.mp4" })
  await clips.renamedText(folder)
  await clips.emptyFile(below)
  const files = [
    { file: "awkward 'name.mp4", expected: 'ok' },
    { file: 'text.mp4', ...expectedOfText },
    { file: 'nowhere.mp4', expected: 'ok' },
  ]
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ files }))
  const empty = [{ file: 'empty.mp4', expected: 'ok_with_warning_or_reject' }]
  await writeFile(join(below, 'manifest.json'), JSON.stringify({ files: empty }))
}

test.group('corpus', (group) => {
  group.each.timeout(120_000)

  test('compares every file with its manifest and goes on after what fails', async ({
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    await makeCorpus(fs.basePath, { expected: 'reject', reject_code: 'INPUT_UNREADABLE' })

    const { code, stdout } = await ace(['corpus', fs.basePath, '--preset', 'mobile'])

    assert.equal(code, 1)
    assert.match(stdout, /✓ {2}awkward 'name.mp4 +ok +ok +\d/)
    assert.match(stdout, /✓ {2}text.mp4 +INPUT_UNREADABLE +INPUT_UNREADABLE/)
    assert.match(stdout, /✓ {2}below\/empty.mp4 +ok_with_warning_or_reject +INPUT_EMPTY/)
    assert.match(stdout, /✗ {2}nowhere.mp4 +ok +failed/)
    assert.equal(stdout.trim().split('\n').at(-1), '3 as expected, 1 not')
  })

  test('tells a refusal for another reason than the manifest’s', async ({ assert, fs }) => {
    await fs.mkdir('.')
    await makeCorpus(fs.basePath, { expected: 'reject', reject_code: 'INPUT_ENCRYPTED' })

    const { code, result } = await aceJson(['corpus', fs.basePath, '--only', 'text'])

    assert.equal(code, 1)
    assert.lengthOf(result.files, 1)
    assert.deepInclude(result.files[0], { code: 'INPUT_UNREADABLE', isAsExpected: false })
  })

  test('tries every file of a folder without manifest', async ({ assert, fs }) => {
    await fs.mkdir('.')
    await clips.silentClip(fs.basePath)
    await clips.renamedText(fs.basePath)

    const { code, stdout } = await ace(['corpus', fs.basePath, '--preset', 'mobile'])

    assert.equal(code, 0)
    assert.equal(stdout.trim().split('\n').at(-1), '2 as expected, 0 not')
  })

  test('is called wrongly without such a folder', async ({ assert, fs }) => {
    const { code, stderr } = await ace(['corpus', join(fs.basePath, 'nowhere')])

    assert.equal(code, 2)
    assert.match(stderr, /cannot be read/)
  })
})

import { readdir, readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { causesMarkdown } from '#app/terminal/causes_markdown'
import { DOCTOR_SYMPTOMS, helpOf } from '#app/doctor/symptoms'
import { knownCauses } from '#jobs/failure_causes'

const read = (path: string) => readFile(app.makePath(path), 'utf8')

async function anchors(): Promise<string[]> {
  const text = await read('docs/troubleshooting.md')
  return [...text.matchAll(/^### <a id="([\w-]+)"><\/a>/gm)].map(([, anchor]) => anchor)
}

test.group('What the doctor finds', () => {
  test('every symptom has one entry in the documents', async ({ assert }) => {
    const known = await anchors()

    assert.includeMembers(known, [...DOCTOR_SYMPTOMS])
    assert.lengthOf(new Set(known), known.length)
  })

  test('every symptom is found by some check', async ({ assert }) => {
    const files = (await readdir(app.makePath('app/doctor'))).filter((one) => one !== 'symptoms.ts')
    const sources = (await Promise.all(files.map((one) => read(`app/doctor/${one}`)))).join('\n')

    for (const symptom of DOCTOR_SYMPTOMS) assert.include(sources, `'${symptom}'`)
  })

  test('every entry says what to do and how to check', async ({ assert }) => {
    const [, ...entries] = (await read('docs/troubleshooting.md')).split(/^### /m)

    assert.isAtLeast(entries.length, DOCTOR_SYMPTOMS.length)
    for (const entry of entries) {
      const title = entry.split('\n')[0]
      assert.match(entry, /^- \*\*Do\*\*: ./m, title)
      assert.match(entry, /^- \*\*Check\*\*: ./m, title)
    }
  })

  test('docs/causes.md is what ./ace doctor --causes prints, with every cause', async ({
    assert,
  }) => {
    const kept = await read('docs/causes.md')

    assert.equal(kept, causesMarkdown(), './ace doctor --causes > docs/causes.md')
    for (const code of knownCauses()) {
      assert.include(kept, `\n## ${code}\n`)
      assert.equal(helpOf(`CAUSE:${code}`), `docs/causes.md#${code.toLowerCase()}`)
    }
  })
})

import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { storagePath } from '#config/mediakeep'
import { silentClip } from '#tests/fixtures/clips'
import { plainPicture } from '#tests/fixtures/pictures'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'

test.group('watermarks', (group) => {
  group.each.timeout(60_000)
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('are added, listed, and named where a job asks for another', async ({ fs, assert }) => {
    const path = await plainPicture(fs.basePath, { size: '90x30' })
    const clip = await silentClip(fs.basePath)

    const added = await aceJson(['watermark:add', path, '--name=Acme'])
    const again = await aceJson(['watermark:add', path])
    const list = await aceJson(['watermarks'])
    const asked = ['process', clip, '--operation', 'watermark', '--parameter']
    const wrong = await ace([...asked, 'picture=Acne'])
    const right = await aceJson([...asked, 'picture=acme'])

    assert.deepInclude(added.result.watermark, { name: 'Acme', width: 90, height: 30 })
    assert.deepEqual([added.result.isNew, again.result.isNew], [true, false])
    assert.deepEqual(list.result.watermarks, [added.result.watermark])
    assert.equal(wrong.code, 1)
    assert.match(wrong.stderr, /no watermark "Acne": there are "Acme"/)
    assert.equal(right.code, 0, right.stderr)
  })

  test('what is no picture is refused in one line', async ({ fs, assert }) => {
    const path = join(fs.basePath, 'logo.png')
    await writeFile(path, '<svg/>')

    const [text, missing] = await Promise.all([
      ace(['watermark:add', path]),
      ace(['watermark:add', join(fs.basePath, 'nowhere.png')]),
    ])

    assert.deepEqual([text.code, missing.code], [1, 1])
    assert.match(text.stderr, /"logo.png" was not taken: it is no PNG, JPEG or WebP/)
    assert.match(missing.stderr, /there is no such file/)
  })
})

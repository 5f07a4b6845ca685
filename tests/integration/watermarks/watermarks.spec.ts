import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import AddWatermark from '#watermarks/add_watermark'
import Watermark from '#watermarks/watermark'
import { findWatermark, listWatermarks } from '#watermarks/find_watermark'
import { mediakeep } from '#accounts/actor'
import { storagePath } from '#config/mediakeep'
import * as clips from '#tests/fixtures/clips'
import * as pictures from '#tests/fixtures/pictures'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { addWatermark } from '#tests/helpers/watermarks'
import { filesIn } from '#tests/helpers/work'

const by = mediakeep('system')

test.group('AddWatermark', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('keeps a {name} as what it is')
    .with([
      { name: 'logo.png', mimeType: 'image/png' },
      { name: 'logo.jpg', mimeType: 'image/jpeg' },
      { name: 'logo.webp', mimeType: 'image/webp' },
    ])
    .run(async ({ fs, assert }, { name, mimeType }) => {
      const path = await pictures.plainPicture(fs.basePath, { name, size: '48x20' })

      const { watermark, isNew } = await addWatermark(path)

      assert.isTrue(isNew)
      assert.containsSubset(watermark.serialize(), { name: 'logo', mimeType, width: 48 })
      assert.match(watermark.key, /^watermarks\/[0-9a-f-]{36}\.(png|jpeg|webp)$/)
      assert.deepEqual(await readFile(join(storagePath, watermark.key)), await readFile(path))
      assert.lengthOf(await filesIn(storagePath), 1)
    })

  test('the name of the file does not matter, its bytes do', async ({ fs, assert }) => {
    const path = await pictures.plainPicture(fs.basePath)
    await writeFile(join(fs.basePath, 'logo.txt'), await readFile(path))

    const { watermark } = await addWatermark(join(fs.basePath, 'logo.txt'))

    assert.equal(watermark.mimeType, 'image/png')
  })

  test('the same bytes again are the same record, also at once', async ({ fs, assert }) => {
    const path = await pictures.plainPicture(fs.basePath)

    const first = await Promise.all([
      addWatermark(path, 'Ours'),
      addWatermark(path, 'Mine'),
      addWatermark(path, 'Theirs'),
    ])
    const again = await addWatermark(path, 'Another')

    const ids = [...first, again].map(({ watermark }) => watermark.id)
    assert.lengthOf(new Set(ids), 1)
    assert.isFalse(again.isNew)
    assert.lengthOf(await Watermark.all(), 1)
    assert.lengthOf(await filesIn(storagePath), 1)
  })

  test('two pictures never share a name, in whatever case', async ({ fs, assert }) => {
    await addWatermark(await pictures.plainPicture(fs.basePath), 'Acme')
    const blue = await pictures.plainPicture(fs.basePath, { name: 'b.png', colour: 'blue' })

    const refusal = await addWatermark(blue, 'ACME').catch((error) => error)

    assert.equal(refusal.code, 'E_WATERMARK_NAME_TAKEN')
    assert.lengthOf(await filesIn(storagePath), 1)
  })

  test('{name} is refused in words, and nothing stays')
    .with([
      { name: 'an SVG', make: svg, why: /no PNG, JPEG or WebP/ },
      { name: 'text renamed', make: text, why: /no PNG, JPEG or WebP/ },
      { name: 'a playlist renamed', make: playlist, why: /no PNG, JPEG or WebP/ },
      { name: 'a GIF', make: moving('gif'), why: /no PNG, JPEG or WebP/ },
      { name: 'an animated PNG', make: moving('apng'), why: /one still picture/ },
      { name: 'an animated WebP', make: moving('webp'), why: /one still picture/ },
      { name: 'a video', make: (folder: string) => clips.silentClip(folder), why: /no PNG/ },
      { name: 'a PNG that claims 50000x50000', make: huge, why: /50000x50000.*4096/ },
      { name: 'a PNG that lies about its size', make: liar, why: /damaged/ },
      { name: 'half a PNG', make: half, why: /damaged/ },
      { name: 'nothing', make: nothing, why: /no PNG, JPEG or WebP/ },
    ])
    .run(async ({ fs, assert }, { make, why }) => {
      const refusal = await addWatermark(await make(fs.basePath)).catch((error) => error)

      assert.equal(refusal.code, 'E_WATERMARK_REFUSED', String(refusal))
      assert.match(refusal.message, why)
      assert.deepEqual(await filesIn(storagePath), [])
      assert.lengthOf(await Watermark.all(), 0)
    })

  test('more than 5 MiB are refused before they are all read', async ({ assert }) => {
    let sent = 0
    const content = new Readable({
      read() {
        sent += 64 * 1024
        this.push(Buffer.alloc(64 * 1024))
      },
    })
    const operation = await app.container.make(AddWatermark)
    const upload = { content, originalName: 'endless.png', name: null, by }

    const refusal = await operation.handle(upload).catch((error) => error)

    assert.equal(refusal.status, 413)
    assert.isBelow(sent, 8 * 1024 * 1024)
    assert.deepEqual(await filesIn(storagePath), [])
  })

  test('is found by id and by name; what is not there names what is', async ({ fs, assert }) => {
    const { watermark } = await addWatermark(
      await pictures.plainPicture(fs.basePath),
      '  Acme   Logo '
    )

    assert.equal(watermark.name, 'Acme Logo')
    assert.equal((await findWatermark('acme logo')).id, watermark.id)
    assert.equal((await findWatermark(watermark.id)).id, watermark.id)
    assert.lengthOf(await listWatermarks(), 1)
    await assert.rejects(() => findWatermark('Acne'), /"Acne".*"Acme Logo"/)
  })
})

async function write(folder: string, name: string, content: string) {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

function svg(folder: string) {
  return write(folder, 'logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>')
}

function text(folder: string) {
  return write(folder, 'logo.png', 'not a picture at all')
}

function nothing(folder: string) {
  return write(folder, 'logo.png', '')
}

async function playlist(folder: string) {
  return clips.disguisedPlaylist(folder, await clips.landscapeClip(folder))
}

function moving(kind: 'apng' | 'webp' | 'gif') {
  return (folder: string) => pictures.movingPicture(folder, kind)
}

function huge(folder: string) {
  return pictures.claimedPng(folder, 50_000)
}

function liar(folder: string) {
  return pictures.claimedPng(folder, 2_000)
}

async function half(folder: string) {
  const path = await clips.picturePng(folder)
  const bytes = await readFile(path)
  await writeFile(path, bytes.subarray(0, bytes.length / 2))
  return path
}

import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import ImportFile from '#jobs/watched/import_file'
import ImportFolder, { type ImportRequest } from '#jobs/watched/import_folder'
import Video from '#videos/video'
import { FolderNotAllowed } from '#videos/watched/errors'
import { ImportRoots } from '#videos/watched/import_roots'
import { folderFaults } from '#videos/watched/seen_files'
import { mediakeep } from '#accounts/actor'
import { silentClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { until } from '#tests/helpers/until'

const by = mediakeep('schedule')

test.group('ImportFolder', (group) => {
  let root: string
  let folder: string
  let importFolder: ImportFolder
  group.each.setup(async () => {
    await cleanDatabase()
    root = await mkdtemp(join(tmpdir(), 'watched-'))
    folder = join(root, 'in')
    await mkdir(folder)
    importFolder = new ImportFolder(new ImportRoots([root]), await app.container.make(ImportFile))
    return () => rm(root, { recursive: true, force: true })
  })

  /** Files that rested since the look before count as settled. */
  const look = (of: Partial<ImportRequest> = {}) =>
    importFolder.handle({
      ...{ path: folder, preset: null, pattern: null, afterwards: 'leave', moveTo: null },
      ...{ settleS: 0, maxFiles: 100, by },
      ...of,
    })

  test('takes a file in once, however often it looks and whatever it is renamed to', async ({
    assert,
  }) => {
    const path = await silentClip(folder, { name: 'By the sea.mp4' })

    const first = await look({ preset: 'medium' })
    await rename(path, join(folder, 'renamed.mp4'))
    const second = await look({ preset: 'medium' })

    const video = await Video.firstOrFail()
    assert.equal(video.originalName, 'By the sea.mp4')
    assert.deepEqual(first.imported, [{ what: 'By the sea.mp4', videoId: video.id }])
    assert.isEmpty(second.imported)
    assert.lengthOf(await Video.all(), 1)
    assert.lengthOf(await Job.all(), 1)
  })

  test('waits until a file has the same size and time at two looks', async ({ assert }) => {
    const path = await silentClip(folder)
    const looking = look({ settleS: 0.3 })
    await until(async () => (await db.from('watched_files')).length > 0)
    await appendFile(path, 'more')

    const whileItGrew = await looking
    const atRest = await look({ settleS: 0.3 })

    assert.isEmpty(whileItGrew.imported)
    assert.equal(whileItGrew.waiting, 1)
    assert.lengthOf(atRest.imported, 1)
  })

  test('ignores hidden and unfinished names, folders, links and what the pattern leaves out', async ({
    assert,
  }) => {
    const clip = await silentClip(root)
    for (const name of [
      '.hidden.mp4',
      'a.mp4.part',
      'b.crdownload',
      'c.mp4~',
      '~d.mp4',
      'notes.txt',
    ]) {
      await writeFile(join(folder, name), 'not yet')
    }
    await mkdir(join(folder, 'sub.mp4'))
    await symlink(clip, join(folder, 'link.mp4'))

    const seen = await look({ pattern: '*.{mp4,MOV}' })

    assert.deepEqual(seen, { imported: [], faults: [], waiting: 0 })
  })

  test('what is refused is told, and tried again only once it changed', async ({ assert }) => {
    const path = join(folder, 'letter.mp4')
    await writeFile(path, 'Dear Sir')

    const first = await look()
    const second = await look()
    const faults = await folderFaults(folder, 10)
    await rm(path)
    await silentClip(folder, { name: 'letter.mp4' })
    const mended = await look()

    assert.lengthOf(first.faults, 1)
    assert.include(first.faults[0].what, '"letter.mp4" was not taken')
    assert.deepEqual(second.faults, first.faults)
    assert.equal(faults[0].status, 'refused')
    assert.lengthOf(mended.imported, 1)
    assert.isEmpty(await folderFaults(folder, 10))
  })

  test('moves what was taken, over nothing that is there', async ({ assert }) => {
    await mkdir(join(root, 'done'))
    await writeFile(join(root, 'done', 'landscape.mp4'), 'of yesterday')
    await silentClip(folder, { name: 'landscape.mp4' })

    await look({ afterwards: 'move', moveTo: join(root, 'done') })

    assert.isEmpty(await readdir(folder))
    assert.sameMembers(await readdir(join(root, 'done')), ['landscape.mp4', 'landscape (2).mp4'])
  })

  test('ends what a crash left half done, without taking the file twice', async ({ assert }) => {
    await silentClip(folder)
    await look()
    await db.from('watched_files').update({ is_done: false })

    await look({ afterwards: 'delete', preset: 'medium' })

    assert.isEmpty(await readdir(folder))
    assert.lengthOf(await Video.all(), 1)
    assert.lengthOf(await Job.all(), 1)
  })

  test('a folder outside the allowed ones is refused, also behind a link', async ({ assert }) => {
    await symlink(tmpdir(), join(root, 'out'))

    for (const path of ['/etc', `${root}/../`, 'in', join(root, 'out')]) {
      await assert.rejects(() => look({ path }), FolderNotAllowed)
    }
    const none = new ImportFolder(new ImportRoots([]), await app.container.make(ImportFile))
    importFolder = none
    await assert.rejects(() => look(), /IMPORT_PATHS allows none/)
  })
})

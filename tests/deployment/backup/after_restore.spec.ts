import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { recordAudit } from '#accounts/audit'
import { mediakeep } from '#accounts/actor'
import { storagePath } from '#config/mediakeep'
import OwnerlessFiles from '#jobs/repair/kinds/ownerless_files'
import { DiskStore } from '#storage/disk_store'
import { cleanDatabase } from '#tests/helpers/clean_database'

const TWO_DAYS_MS = 2 * 86_400_000

test.group('OwnerlessFiles after a restore', (group) => {
  group.each.setup(async () => {
    await cleanDatabase()
    await rm(storagePath, { recursive: true, force: true })
  })

  test('what may have come after the backup is not removed', async ({ assert }) => {
    const path = join(storagePath, 'originals/later.mp4')
    await mkdir(join(storagePath, 'originals'), { recursive: true })
    await writeFile(path, 'bytes')
    const then = new Date(Date.now() - TWO_DAYS_MS)
    await utimes(path, then, then)
    const repair = new OwnerlessFiles(new DiskStore(storagePath))
    const before = await repair.find()

    const subject = { type: 'library', id: null }
    await recordAudit({ by: mediakeep('system'), action: 'backup.restored', subject })

    assert.lengthOf(before, 1)
    assert.lengthOf(await repair.find(), 0)
  })
})

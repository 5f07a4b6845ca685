import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { storageReport } from '#jobs/reports/storage_report'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'

const PLACES = {
  ...{ storagePath: '/nowhere/yet/store', scratchPath: '/nowhere/yet/scratch' },
  isStoreRemote: false,
}

test.group('Storage page', (group) => {
  group.each.setup(() => cleanDatabase())

  test('tells what originals take, the largest first', async ({ client, assert }) => {
    const small = await makeVideo({ title: 'Small' })
    const large = await makeVideo({ title: 'Large <i>' })
    await db.from('videos').where('id', small.id).update({ size_bytes: 1_000_000 })
    await db.from('videos').where('id', large.id).update({ size_bytes: 3_000_000_000 })

    const page = await client.get('/storage').loginAs(await personOf('viewer'))
    const report = await storageReport({ ...PLACES, lowDiskBytes: 0 })

    assert.equal(report.originals.bytes, 3_001_000_000)
    assert.deepEqual(
      report.largest.map(({ id }) => id),
      [large.id, small.id]
    )
    assert.include(page.text(), 'Large &lt;i&gt;')
    assert.include(page.text(), '3 GB')
  })

  test('folders on one disk are one disk, low where its room is below the mark', async ({
    assert,
  }) => {
    const report = await storageReport({ ...PLACES, lowDiskBytes: Number.MAX_SAFE_INTEGER })

    assert.lengthOf(report.disks, 1)
    assert.isTrue(report.disks[0].isLow)
    assert.deepEqual(
      report.disks[0].holds.map(({ name }) => name),
      ['Store', 'Scratch']
    )
  })
})

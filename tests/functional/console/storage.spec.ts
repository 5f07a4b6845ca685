import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { mediakeep } from '#accounts/actor'
import { recordAudit } from '#accounts/audit'
import { storageReport } from '#jobs/reports/storage_report'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'
import { signIn } from '#tests/helpers/sign_in'
import { spawnServer } from '#tests/helpers/spawn_server'

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

  test('tells that the library is on its way, and how far it is', async ({ assert, cleanup }) => {
    const settings = { STORE: 's3', STORE_FORMER: 'disk', S3_BUCKET: 'films' }
    const server = await spawnServer({ ...settings, S3_ENDPOINT: 'http://127.0.0.1:1' })
    cleanup(async () => void (await server.end()))
    const cookie = await signIn(server.address, (await personOf('viewer')).email)
    const shown = async () => {
      const page = await fetch(`${server.address}/storage`, { headers: { cookie } })
      assert.equal(page.status, 200)
      return page.text()
    }
    const moved = (unmoved: number, left: number) => {
      const of = (count: number) => ({ count, bytes: count * 1_000_000 })
      const details = { unmoved: of(unmoved), left: of(left) }
      const subject = { type: 'library', id: null }
      return recordAudit({ by: mediakeep('system'), action: 'storage.moved', subject, details })
    }

    const before = await shown()
    await moved(3, 5)
    const midway = await shown()
    await moved(0, 5)
    const copied = await shown()
    await moved(0, 0)
    const done = await shown()

    assert.include(before, 'No move has ended yet: <code>./ace storage move --to s3</code>')
    assert.include(before, 'bucket &quot;films&quot; at http://127.0.0.1:1')
    assert.include(midway, '3 files (3 MB)')
    assert.include(copied, '5 files (5 MB) still in the former store too')
    assert.include(done, 'Take <code>STORE_FORMER</code> out of the settings')
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

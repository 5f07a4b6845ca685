import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { DiskStore } from '#storage/disk_store'
import { FileMissing } from '#storage/errors'
import { FallbackStore } from '#storage/fallback_store'
import type { MediaStore } from '#storage/media_store'
import { storeContract } from '#tests/deployment/storage/store_contract'

const KEY = 'originals/one.mp4'

async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'mk-fallback-'))
  const [current, former] = ['current', 'former'].map((name) => new DiskStore(join(folder, name)))
  const end = () => rm(folder, { recursive: true, force: true })
  return { current, former, store: new FallbackStore(current, former), end }
}

storeContract('A library on its way', open)

test.group('FallbackStore', (group) => {
  let opened: Awaited<ReturnType<typeof open>>
  group.each.setup(async () => {
    opened = await open()
    return () => opened.end()
  })

  const keep = async (store: MediaStore, key: string, bytes: string) => {
    const path = await store.newIncomingPath()
    await writeFile(path, bytes)
    await store.keep(path, key)
  }

  test('takes from the former store what is not in the current one', async ({ assert }) => {
    const { current, former, store } = opened
    await keep(former, KEY, 'before')
    await keep(store, 'originals/new.mp4', 'now')

    assert.equal(await text(await store.read(KEY, { start: 0, end: 2 })), 'bef')
    assert.equal(await store.sizeOf(KEY), 6)
    assert.equal(await current.sizeOf('originals/new.mp4'), 3)
    assert.isNull(await former.sizeOf('originals/new.mp4'))
  })

  test('lists what lies in both once, and removes it from both', async ({ assert }) => {
    const { current, former, store } = opened
    for (const one of [current, former]) await keep(one, KEY, 'same')
    await keep(former, 'originals/two.mp4', 'two')
    const keys: string[] = []
    for await (const { key } of store.list('originals/')) keys.push(key)
    await store.remove(KEY)

    assert.sameMembers(keys, [KEY, 'originals/two.mp4'])
    assert.deepEqual([await current.sizeOf(KEY), await former.sizeOf(KEY)], [null, null])
  })

  test('finds a file that moved between its two looks', async ({ assert }) => {
    const { current } = opened
    const moved = () => keep(current, KEY, 'moved')
    const former = new (class extends DiskStore {
      override async read(key: string): Promise<never> {
        await moved()
        throw new FileMissing(key)
      }
    })(tmpdir())

    assert.equal(await text(await new FallbackStore(current, former).read(KEY)), 'moved')
  })
})

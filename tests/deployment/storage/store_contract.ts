import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { FileMissing } from '#storage/errors'
import type { MediaStore } from '#storage/media_store'

/** A store for one test, and what takes it away. */
export interface StoreUnderTest {
  store: MediaStore
  end(): Promise<void>
}

const MIB = 1024 * 1024
/** Around the size at which a file goes in parts, and where parts end. */
const SIZES = [0, 1, 16 * MIB - 1, 16 * MIB, 33 * MIB + 7]

/** What every store promises; call it in a file of tests. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>) {
  test.group(`${name} as a store`, (group) => {
    let store: MediaStore
    let folder: string

    group.each.setup(async () => {
      const opened = await open()
      store = opened.store
      folder = await mkdtemp(join(tmpdir(), 'mk-contract-'))
      return async () => {
        await rm(folder, { recursive: true, force: true })
        await opened.end()
      }
    })

    const kept = async (key: string, bytes: Buffer) => {
      const path = await store.newIncomingPath()
      await writeFile(path, bytes)
      await store.keep(path, key)
      return path
    }
    const keysIn = async (prefix: 'originals/' | 'renditions/') => {
      const keys: string[] = []
      for await (const { key } of store.list(prefix)) keys.push(key)
      return keys.sort()
    }

    test('gives back what was kept, whatever its size, and moves it there', async ({ assert }) => {
      for (const size of SIZES) {
        const bytes = randomBytes(size)
        const path = await kept(`originals/${size}.mp4`, bytes)

        await store.bring(`originals/${size}.mp4`, join(folder, String(size)))
        assert.equal(await store.sizeOf(`originals/${size}.mp4`), size)
        assert.equal(sha256(await readFile(join(folder, String(size)))), sha256(bytes), `${size}`)
        assert.equal(
          sha256(await buffer(await store.read(`originals/${size}.mp4`))),
          sha256(bytes),
          `${size}`
        )
        await assert.rejects(() => readFile(path), /ENOENT/)
      }
      assert.deepEqual((await readdir(folder)).sort(), SIZES.map(String).sort())
    }).timeout(60_000)

    test('reads a range, with both of its ends', async ({ assert }) => {
      const bytes = randomBytes(3 * MIB)
      await kept('originals/a.mp4', bytes)
      const ends = [
        [0, 0],
        [1, MIB],
        [3 * MIB - 10, 3 * MIB - 1],
      ]
      for (const [start, end] of ends) {
        const read = await buffer(await store.read('originals/a.mp4', { start, end }))
        assert.isTrue(read.equals(bytes.subarray(start, end + 1)), `${start}-${end}`)
      }
    })

    test('whoever stops reading leaves nothing open', async ({ assert }) => {
      await kept('originals/a.mp4', randomBytes(8 * MIB))
      for (let read = 0; read < 20; read += 1) {
        const stream = await store.read('originals/a.mp4')
        for await (const chunk of stream) if (chunk.length > 0) break
        assert.isTrue(stream.destroyed)
      }
      assert.equal(await store.sizeOf('originals/a.mp4'), 8 * MIB)
    })

    test('what was never kept is missing, and removing it is no error', async ({ assert }) => {
      const key = 'originals/never.mp4'
      assert.isNull(await store.sizeOf(key))
      await assert.rejects(() => store.read(key), FileMissing.prototype.constructor as never)
      await assert.rejects(() => store.bring(key, join(folder, 'never')), /never.mp4" is missing/)
      await store.remove(key)
      assert.deepEqual(await readdir(folder), [])
    })

    test('what is removed is gone', async ({ assert }) => {
      await kept('originals/a.mp4', randomBytes(10))
      await store.remove('originals/a.mp4')
      assert.isNull(await store.sizeOf('originals/a.mp4'))
      assert.deepEqual(await keysIn('originals/'), [])
    })

    test('lists every key beneath a prefix, with size and time, and no other', async ({
      assert,
    }) => {
      const before = Date.now()
      const keys = Array.from({ length: 12 }, (_, one) => `renditions/7/a-1/${one}.mp4`)
      for (const key of keys) await kept(key, randomBytes(10))
      await kept('originals/a.mp4', randomBytes(20))

      assert.deepEqual(await keysIn('renditions/'), keys.sort())
      for await (const { sizeBytes, storedAt } of store.list('originals/')) {
        assert.equal(sizeBytes, 20)
        assert.approximately(storedAt.getTime(), before, 5_000)
      }
    })

    test('what is being received is listed, sized and removed, too', async ({ assert }) => {
      const path = await store.newIncomingPath()
      await writeFile(path, 'half of a fi')
      const found = []
      for await (const file of store.list('incoming/')) found.push(file)
      assert.lengthOf(found, 1)
      assert.equal(await store.sizeOf(found[0].key), 12)
      await store.remove(found[0].key)
      await assert.rejects(() => readFile(path), /ENOENT/)
    })

    test('a keep that is called off leaves neither key nor parts, and the file where it was', async ({
      assert,
    }) => {
      const path = await store.newIncomingPath()
      await writeFile(path, randomBytes(20 * MIB))
      const reason = new Error('called off')
      const keeping = store.keep(path, 'originals/a.mp4', AbortSignal.abort(reason))
      await assert.rejects(() => keeping, 'called off')
      assert.isNull(await store.sizeOf('originals/a.mp4'))
      assert.lengthOf(await readFile(path), 20 * MIB)
      for await (const { key } of store.listUnfinished()) assert.fail(key)
    })
  })
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

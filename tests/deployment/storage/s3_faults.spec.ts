import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { inspect } from 'node:util'
import { test } from '@japa/runner'
import { S3Store } from '#storage/s3/s3_store'
import { startFaultProxy, type Fault, type FaultProxy } from '#tests/helpers/fault_proxy'
import { s3Server } from '#tests/helpers/s3_server'
import type { S3Patience, S3Settings } from '#storage/s3/s3_settings'

const MIB = 1024 * 1024
const SMALL = randomBytes(2 * MIB)
/** In two parts. */
const LARGE = randomBytes(20 * MIB)
const KEY = 'originals/a.mp4'

/** As usual, but a test has not got three minutes. */
const PATIENCE: S3Patience = {
  ...{ connectMs: 2000, idleMs: 2500, requestMs: 20_000, workMs: 20_000, answerMs: 5_000 },
  ...{ firstPauseMs: 20, longestPauseMs: 200 },
}

test.group('A bucket behind a bad line', (group) => {
  let proxy: FaultProxy
  let settings: S3Settings
  let store: S3Store
  let folder: string

  group.setup(async () => {
    const server = await s3Server()
    proxy = await startFaultProxy(server.endpoint)
    return () => proxy.close()
  })

  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mk-faults-'))
    settings = { ...(await (await s3Server()).newBucket()), endpoint: proxy.address }
    store = new S3Store(settings, folder, PATIENCE)
    return async () => {
      proxy.set(null)
      await rm(folder, { recursive: true, force: true })
    }
  })

  async function keep(bytes: Buffer, key = KEY, signal?: AbortSignal) {
    const path = await store.newIncomingPath()
    await writeFile(path, bytes)
    await store.keep(path, key, signal)
  }

  /** What is stored, asked for without faults. */
  async function stored(key = KEY): Promise<Buffer> {
    proxy.set(null)
    return buffer(await store.read(key))
  }

  async function unfinished(): Promise<string[]> {
    const keys: string[] = []
    for await (const { key } of store.listUnfinished()) keys.push(key)
    return keys
  }

  const brought = () => readFile(join(folder, 'brought'))

  test('three of ten answers may be 500: nothing is lost, nothing is half', async ({ assert }) => {
    proxy.set({ kind: '500', rate: 0.3 })
    await keep(SMALL, 'originals/small.mp4')
    await keep(LARGE)
    await store.bring(KEY, join(folder, 'brought'))
    const keys: string[] = []
    for await (const { key } of store.list('originals/')) keys.push(key)

    assert.isAbove(proxy.struck(), 0)
    assert.isTrue((await brought()).equals(LARGE))
    assert.deepEqual(keys, [KEY, 'originals/small.mp4'])
    assert.isTrue((await stored('originals/small.mp4')).equals(SMALL))
    assert.deepEqual(await unfinished(), [])
  }).timeout(60_000)

  const PASSING: [string, Fault][] = [
    ['the server asks to slow down for a while', { kind: '503', times: 8 }],
    ['the server takes a request and never answers', { kind: 'hang', method: 'PUT', times: 1 }],
    [
      'the line is cut while bytes go out',
      { kind: 'cut', method: 'PUT', afterBytes: MIB, times: 2 },
    ],
    ['the answer to a PUT is lost', { kind: 'lost_answer', method: 'PUT', times: 1 }],
    [
      'the answer to the first step is lost',
      { kind: 'lost_answer', method: 'POST', path: /\?uploads/, times: 1 },
    ],
    [
      'the answer to the last step is lost',
      { kind: 'lost_answer', path: /uploadId=[^&]+$/, times: 1 },
    ],
    ['the line is slow', { kind: 'latency', latencyMs: 100 }],
  ]
  for (const [what, fault] of PASSING) {
    test(`files are kept though ${what}`, async ({ assert }) => {
      for (const [key, bytes] of [
        [KEY, LARGE],
        ['originals/small.mp4', SMALL],
      ] as const) {
        proxy.set(fault)
        await keep(bytes, key)
        assert.isTrue((await stored(key)).equals(bytes))
      }
      assert.deepEqual(await unfinished(), [])
    }).timeout(60_000)
  }

  test('a download that is cut again and again goes on where it was cut', async ({ assert }) => {
    await keep(LARGE)
    proxy.set({ kind: 'cut_answer', method: 'GET', afterBytes: 5 * MIB })
    await store.bring(KEY, join(folder, 'brought'))

    assert.isTrue((await brought()).equals(LARGE))
    assert.isAtLeast(proxy.struck(), 3)
  }).timeout(30_000)

  test('a reader who pauses until the line is closed reads on', async ({ assert }) => {
    await keep(LARGE)
    const parts: Buffer[] = []
    for await (const chunk of await store.read(KEY, { start: 10, end: 18 * MIB })) {
      if (parts.length === 20) proxy.cutAll()
      parts.push(chunk)
    }
    assert.isTrue(Buffer.concat(parts).equals(LARGE.subarray(10, 18 * MIB + 1)))
  })

  test('bytes that were changed on the way are asked for again, and never accepted', async ({
    assert,
  }) => {
    await keep(SMALL)
    proxy.set({ kind: 'flip', method: 'GET', times: 1 })
    await store.bring(KEY, join(folder, 'brought'))
    assert.isTrue((await brought()).equals(SMALL))

    proxy.set({ kind: 'flip', method: 'GET' })
    const bringing = store.bring(KEY, join(folder, 'again'))
    await assert.rejects(() => bringing, /not what was kept: its SHA-256 differs/)
    assert.deepEqual((await readdir(folder)).sort(), ['brought', 'incoming'])
  })

  test('a store that is away for good fails in words after its patience, and no part is left', async ({
    assert,
  }) => {
    store = new S3Store(settings, folder, { ...PATIENCE, workMs: 500 })
    proxy.set({ kind: '503', path: /partNumber=2/ })
    await assert.rejects(
      () => keep(LARGE),
      /bucket "films-.*" at http.* is in trouble \(SlowDown\)/
    )
    proxy.set(null)
    assert.isNull(await store.sizeOf(KEY))
    assert.deepEqual(await unfinished(), [])
    assert.lengthOf(await readdir(join(folder, 'incoming')), 1)
  })

  test('work that is called off waits for no store', async ({ assert }) => {
    const calledOff = new AbortController()
    proxy.set({ kind: '503', path: /partNumber=2/ })
    const keeping = keep(LARGE, KEY, calledOff.signal)
    setTimeout(() => calledOff.abort(new Error('cancelled')), 300)
    await assert.rejects(() => keeping, 'cancelled')
    proxy.set(null)
    assert.deepEqual(await unfinished(), [])
  })

  test('a refusal is told at once, with its remedy and no secret', async ({ assert }) => {
    proxy.set({ kind: '403' })
    const error = await keep(SMALL).catch((fault) => fault)
    const { accessKeyId, secretAccessKey } = settings.credentials!

    assert.match(error.message, /refuses us \(AccessDenied\)/)
    assert.include(error.remedy, 'S3_SECRET_ACCESS_KEY')
    for (const secret of [accessKeyId, secretAccessKey.release()]) {
      assert.notInclude(inspect(error, { depth: 9 }), secret)
      assert.notInclude(inspect({ store }, { depth: 9 }), secret)
    }
    assert.equal(proxy.struck(), 1)
  })

  test('other bytes never replace those of a key', async ({ assert }) => {
    await keep(SMALL)
    await assert.rejects(() => keep(randomBytes(2 * MIB)), /nothing was replaced/)
    assert.isTrue((await stored()).equals(SMALL))
    await keep(SMALL)
  })

  test('a bucket that is not there is a fault, not a missing file', async ({ assert }) => {
    store = new S3Store({ ...settings, bucket: 'nobody-made-this' }, folder, PATIENCE)
    await assert.rejects(() => store.sizeOf(KEY), /there is no bucket "nobody-made-this" at http/)
    await assert.rejects(() => store.read(KEY), /there is no bucket/)
    await assert.rejects(() => keep(SMALL), /there is no bucket/)
  })
})

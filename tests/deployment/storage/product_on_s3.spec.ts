import { openAsBlob } from 'node:fs'
import { readFile, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { ListMultipartUploadsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { scratchPath } from '#config/mediakeep'
import { sweepLeftovers } from '#http/uploads/sweep_leftovers'
import UnfinishedFiles from '#jobs/repair/kinds/unfinished_files'
import { MediaStore } from '#storage/media_store'
import { S3Store } from '#storage/s3/s3_store'
import { USUAL_PATIENCE, type S3Settings } from '#storage/s3/s3_settings'
import { landscapeClip } from '#tests/fixtures/clips'
import { padClip } from '#tests/fixtures/padded_clip'
import { ace } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { startFaultProxy, type FaultProxy } from '#tests/helpers/fault_proxy'
import { tokenOf } from '#tests/helpers/people'
import { clientOf, s3Server } from '#tests/helpers/s3_server'
import { spawnServer } from '#tests/helpers/spawn_server'
import { until } from '#tests/helpers/until'
import { filesIn, ingest, startJob, workOn } from '#tests/helpers/work'
import { endProcess, spawnWorker } from '#tests/helpers/worker_process'

/** Sent in two parts. */
const LARGE_BYTES = 20 * 1024 * 1024

function settingsOf({ bucket, credentials }: S3Settings, endpoint: string, folder: string) {
  return {
    ...{ STORE: 's3', S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_PREFIX: 'films' },
    S3_ACCESS_KEY_ID: credentials!.accessKeyId,
    S3_SECRET_ACCESS_KEY: credentials!.secretAccessKey.release(),
    STORAGE_PATH: join(folder, 'incoming'),
    SCRATCH_PATH: join(folder, 'scratch'),
  }
}

/** Keys of the bucket beneath the prefix, and of what was begun there. */
async function inBucket(of: S3Settings) {
  const client = clientOf(of)
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: of.bucket }))
  const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket: of.bucket }))
  client.destroy()
  const keys = Contents.map(({ Key }) => Key!.replace('films/', '')).sort()
  return { keys, begun: Uploads.map(({ Key }) => Key!) }
}

/** Keys that rows show. */
async function inRows(): Promise<string[]> {
  const { rows } = await db.rawQuery(
    `select original_key as key from videos union select poster_key from videos where poster_key is not null
     union select file ->> 'key' from renditions, jsonb_array_elements(files) as file`
  )
  return rows.map(({ key }: { key: string }) => key).sort()
}

test.group('The product on a bucket', (group) => {
  let proxy: FaultProxy
  let bucket: S3Settings

  group.setup(async () => {
    proxy = await startFaultProxy((await s3Server()).endpoint)
    return () => proxy.close()
  })
  group.each.setup(async () => {
    await cleanDatabase()
    bucket = await (await s3Server()).newBucket('films/')
    return () => proxy.set(null)
  })
  group.each.teardown(() => app.container.restoreAll())

  test('a film comes in, is encoded once, played and deleted behind a bad line', async ({
    fs,
    assert,
    cleanup,
  }) => {
    await fs.mkdir('scratch')
    const settings = settingsOf(bucket, proxy.address, fs.basePath)
    const server = await spawnServer(settings)
    const worker = spawnWorker(settings)
    cleanup(async () => {
      await server.end()
      await endProcess(worker, 'SIGTERM')
    })
    const headers = { authorization: `Bearer ${await tokenOf('admin')}` }
    const api = `${server.address}/api/v1`
    const path = await padClip(await landscapeClip(fs.basePath), LARGE_BYTES)

    proxy.set({ kind: '503', path: /films\/renditions/, method: 'PUT' })
    const form = new FormData()
    form.set('video', await openAsBlob(path), 'Übung.mp4')
    form.set('preset', 'mobile')
    const sent = await fetch(`${api}/videos`, { method: 'POST', headers, body: form })
    assert.equal(sent.status, 201)
    const { id } = await db.from('videos').firstOrFail()
    const isStruck = async () => proxy.struck() >= 3
    await until(isStruck, 60_000)
    proxy.set({ kind: '500', rate: 0.3 })
    await until(async () => (await db.from('jobs').first()).status === 'completed', 60_000)
    const attempts = await db.from('attempts')
    assert.lengthOf(attempts, 1)

    const address = `${api}/videos/${id}/renditions/mobile`
    const whole = await fetch(address, { headers })
    const bytes = Buffer.from(await whole.arrayBuffer())
    const part = await fetch(address, { headers: { ...headers, range: 'bytes=100-299' } })
    const etag = whole.headers.get('etag')!
    const known = { ...headers, 'if-none-match': etag, 'cache-control': 'max-age=0' }
    const unchanged = await fetch(address, { headers: known })
    const beyond = await fetch(address, { headers: { ...headers, range: 'bytes=900000000-' } })
    const original = await fetch(`${api}/videos/${id}/original`, { headers })
    const statuses = [whole, part, unchanged, beyond].map(({ status }) => status)
    assert.deepEqual(statuses, [200, 206, 304, 416])
    assert.isTrue(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 300)))
    assert.isTrue(Buffer.from(await original.arrayBuffer()).equals(await readFile(path)))

    proxy.set(null)
    assert.deepEqual(await inBucket(bucket), { keys: await inRows(), begun: [] })
    assert.isNotEmpty(await inRows())
    await fetch(`${api}/videos/${id}`, { method: 'DELETE', headers })
    await until(async () => (await inBucket(bucket)).keys.length === 0)
    assert.deepEqual(await filesIn(fs.basePath), ['landscape.mp4'])
  }).timeout(180_000)

  /** With the patience that a test has. */
  function swapStore(folder: string) {
    const at = { ...bucket, endpoint: proxy.address }
    const hurried = { ...USUAL_PATIENCE, workMs: 1_000, answerMs: 1_000, longestPauseMs: 200 }
    const store = new S3Store(at, join(folder, 'incoming'), hurried)
    app.container.swap(MediaStore, () => store)
    return store
  }

  test('a bucket that is away for good fails the attempt in words, and nothing is left', async ({
    fs,
    assert,
  }) => {
    swapStore(fs.basePath)
    await fs.mkdir('incoming')
    const video = await ingest(await landscapeClip(fs.basePath))
    const job = await startJob(video)

    proxy.set({ kind: '503', path: /films\/renditions/ })
    assert.equal(await workOn(job), 'waits_for_retry')
    proxy.set(null)
    await job.refresh()
    const attempt = await db.from('attempts').firstOrFail()
    assert.equal(job.failureCause, 'STORAGE_UNREACHABLE')
    assert.match(attempt.evidence, /bucket "films-.*" at http.* is in trouble \(SlowDown\)/)
    assert.deepEqual((await inBucket(bucket)).keys, [video.originalKey])
    assert.deepEqual(await filesIn(scratchPath), [])

    await db.from('jobs').update({ due_at: new Date(0) })
    assert.equal(await workOn(job), 'completed')
    assert.deepEqual(await inBucket(bucket), { keys: await inRows(), begun: [] })
  }).timeout(120_000)

  test('an original that was cut short or changed in the bucket is not encoded', async ({
    fs,
    assert,
  }) => {
    const store = swapStore(fs.basePath)
    await fs.mkdir('incoming')
    const video = await ingest(await landscapeClip(fs.basePath))
    const job = await startJob(video)
    proxy.set({ kind: 'flip', method: 'GET', path: /originals/ })
    assert.equal(await workOn(job), 'failed')
    await job.refresh()
    assert.equal(job.failureCause, 'ORIGINAL_CHANGED')
    assert.isNotNull(await store.sizeOf(video.originalKey))
  }).timeout(60_000)

  test('parts that nobody ended are given up after a day', async ({ fs, assert }) => {
    await fs.mkdir('incoming')
    const store = swapStore(fs.basePath)
    const path = await padClip(await landscapeClip(fs.basePath), LARGE_BYTES)
    proxy.set({ kind: '503', path: /uploadId/ })
    await assert.rejects(() => store.keep(path, 'originals/a.mp4'), /is in trouble/)
    proxy.set(null)
    assert.deepEqual((await inBucket(bucket)).begun, ['films/originals/a.mp4'])

    const repair = await app.container.make(UnfinishedFiles)
    assert.isEmpty(await repair.find())
    const [found] = await repair.find(Date.now() + 25 * 3_600_000)
    assert.isTrue(await repair.repair(found))
    assert.deepEqual((await inBucket(bucket)).begun, [])
  }).timeout(60_000)

  test('a web process looks after what broke off on its own disk', async ({ fs, assert }) => {
    swapStore(fs.basePath)
    await fs.create('incoming/incoming/old', 'half')
    await fs.create('incoming/incoming/new', 'half')
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(join(fs.basePath, 'incoming/incoming/old'), longAgo, longAgo)

    await sweepLeftovers()
    assert.deepEqual(await filesIn(fs.basePath), ['new'])
  })

  test('doctor tries the bucket out, and tells what is wrong without its secret', async ({
    fs,
    assert,
  }) => {
    const settings = { ...settingsOf(bucket, proxy.address, fs.basePath), LOG_LEVEL: 'trace' }
    const well = await ace(['doctor'], settings)
    proxy.set({ kind: '403' })
    const refused = await ace(['doctor'], settings)

    assert.match(well.stdout, /bucket "films-.*" at .* takes, gives back and removes files/)
    assert.match(refused.stdout, /refuses us/)
    assert.match(refused.stdout, /S3_SECRET_ACCESS_KEY/)
    for (const { stdout, stderr } of [well, refused]) {
      assert.notInclude(stdout + stderr, settings.S3_SECRET_ACCESS_KEY)
      assert.notInclude(stdout + stderr, settings.S3_ACCESS_KEY_ID)
    }
    proxy.set(null)
    assert.deepEqual((await inBucket(bucket)).keys, [])
  }).timeout(60_000)
})

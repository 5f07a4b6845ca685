import { createHash } from 'node:crypto'
import { copyFile, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { storagePath } from '#config/mediakeep'
import { mediakeep } from '#accounts/actor'
import Job from '#jobs/job'
import { cancelImport, retryImport } from '#jobs/imports/change_import'
import type Import from '#jobs/imports/import'
import { claimNextImport } from '#jobs/imports/import_lease'
import { arrivedBytes } from '#jobs/imports/part_file'
import PerformImport from '#jobs/imports/perform_import'
import RunImports from '#jobs/imports/run_imports'
import StartImport, { type ImportRequest } from '#jobs/imports/start_import'
import { AllowedAddresses } from '#outbound/allowed_addresses'
import { Outbound } from '#outbound/outbound'
import { IntakeLimits } from '#videos/intake_limits'
import Video from '#videos/video'
import { ImportRoots } from '#videos/watched/import_roots'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { landscapeClip, renamedText } from '#tests/fixtures/clips'
import { until } from '#tests/helpers/until'
import { filesIn } from '#tests/helpers/work'

const INCOMING = join(storagePath, 'incoming')
const BY = mediakeep('system')
const NEVER = new AbortController().signal

test.group('Imports', (group) => {
  let clip: string
  let bytes: Buffer

  group.each.setup(async ({ context }) => {
    await cleanDatabase()
    const here = new Outbound(new AllowedAddresses(['127.0.0.1']), 'Mediakeep/test')
    app.container.swap(Outbound, () => here)
    await context.fs.mkdir('.')
    clip = await landscapeClip(context.fs.basePath)
    bytes = await readFile(clip)
  })
  group.each.teardown(() => app.container.restoreAll())

  /** A server of files. @returns the address of its root without slash at the end */
  async function serve(listener: RequestListener, cleanup: (end: () => void) => void) {
    const server = createServer(listener)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    cleanup(() => {
      server.closeAllConnections()
      server.close()
    })
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  async function start(request: Omit<ImportRequest, 'by'>): Promise<Import> {
    const startImport = await app.container.make(StartImport)
    return startImport.handle({ ...request, by: BY })
  }

  /** Does the next that is due, as a worker does. */
  async function work(stops = NEVER): Promise<Import> {
    const perform = await app.container.make(PerformImport)
    const claimed = await claimNextImport()
    await perform.handle(claimed!, stops)
    return claimed!.row.refresh()
  }

  const dueNow = () => db.from('imports').update({ due_at: db.raw("now() - interval '1 s'") })

  test('an address becomes a video with its name, title, tags and job', async ({
    assert,
    cleanup,
  }) => {
    const at = await serve((_, response) => {
      response.setHeader('content-disposition', `attachment; filename*=UTF-8''..%2FB%C3%BChne.mp4`)
      response.end(bytes)
    }, cleanup)
    await start({ url: `${at}/get?key=secret`, title: 'Stage', tags: ['a', 'a'], preset: 'mobile' })

    const row = await work()

    assert.equal(row.status, 'completed')
    assert.equal(row.receivedBytes, bytes.length)
    const video = await Video.findOrFail(row.videoId)
    assert.containsSubset(video.$attributes, { title: 'Stage', originalName: 'Bühne.mp4' })
    assert.deepEqual(video.tags, ['a'])
    assert.equal(video.sha256, createHash('sha256').update(bytes).digest('hex'))
    assert.equal((await Job.firstOrFail()).videoId, video.id)
    assert.lengthOf(await filesIn(INCOMING), 0)
    assert.notInclude(JSON.stringify(await db.from('audit')), 'secret')
  })

  test('{title}')
    .with([
      {
        title: 'a private address',
        says: /OUTBOUND_ALLOWED_PRIVATE/,
        of: { url: 'http://10.0.0.1/a' },
      },
      { title: 'a page', says: /is a web page and no file/, of: { path: '/page' } },
      { title: 'a text called mp4', says: /notes\.mp4" was not taken/, of: { path: '/notes.mp4' } },
      {
        title: 'nothing there',
        says: /answered 404 Not Found: there is no such file/,
        of: { path: '/a' },
      },
      { title: 'a packed file', says: /packed as gzip/, of: { path: '/packed' } },
      { title: 'a file that is too large', says: /MAX_VIDEO_SIZE/, of: { path: '/large' } },
      { title: 'a stream that grows too large', says: /MAX_VIDEO_SIZE/, of: { path: '/growing' } },
    ])
    .run(async ({ assert, cleanup, fs }, { says, of }) => {
      const text = await readFile(await renamedText(fs.basePath))
      const { probe, binaries } = await app.container.make(IntakeLimits)
      app.container.swap(IntakeLimits, () => new IntakeLimits(200_000, probe, binaries))
      const at = await serve((request, response) => {
        if (request.url === '/page') {
          return response.setHeader('content-type', 'text/html; charset=utf-8').end('<html>')
        }
        if (request.url === '/notes.mp4') return response.end(text)
        if (request.url === '/packed')
          return response.setHeader('content-encoding', 'gzip').end('x')
        if (request.url === '/large')
          return response.setHeader('content-length', 200_001).write('x')
        if (request.url === '/growing') return response.write(Buffer.alloc(300_000))
        response.writeHead(404).end()
      }, cleanup)
      await start({ url: of.url ?? `${at}${of.path}` })

      const row = await work()

      assert.equal(row.status, 'failed')
      assert.match(row.errorMessage!, says)
      assert.lengthOf(await Video.all(), 0)
      assert.lengthOf(await filesIn(INCOMING), 0)
    })

  const hasArrived = (sizeBytes: number) =>
    until(async () => {
      const files = await filesIn(INCOMING)
      const sizes = await Promise.all(files.map((name) => arrivedBytes(join(INCOMING, name))))
      return sizes.includes(sizeBytes)
    })

  /** Breaks off in the middle, once; then answers ranges as told. */
  function breaking(etagOf: (request: IncomingMessage) => string): [RequestListener, string[]] {
    const asked: string[] = []
    const half = Math.floor(bytes.length / 2)
    return [
      (request, response) => {
        asked.push(`${request.headers.range ?? 'all'} ${request.headers['if-range'] ?? ''}`.trim())
        const etag = etagOf(request)
        response.setHeader('etag', etag)
        if (asked.length === 1) {
          response.setHeader('content-length', bytes.length)
          response.write(bytes.subarray(0, half))
          return void hasArrived(half).then(() => response.destroy())
        }
        if (!request.headers.range || request.headers['if-range'] !== etag)
          return response.end(bytes)
        const from = Number(/\d+/.exec(request.headers.range)![0])
        response.setHeader('content-range', `bytes ${from}-${bytes.length - 1}/${bytes.length}`)
        response.writeHead(206).end(bytes.subarray(from))
      },
      asked,
    ]
  }

  test('what broke off goes on where it stopped: {etag}')
    .with([
      { etag: '"same"', then: '"same"', isResumed: true },
      { etag: '"same"', then: '"other"', isResumed: true },
      { etag: 'W/"weak"', then: 'W/"weak"', isResumed: false },
    ])
    .run(async ({ assert, cleanup }, { etag, then, isResumed }) => {
      let calls = 0
      const [listener, asked] = breaking(() => ((calls += 1) === 1 ? etag : then))
      const at = await serve(listener, cleanup)
      await start({ url: `${at}/film.mp4` })

      const broken = await work()
      assert.equal(broken.status, 'waiting')
      assert.match(broken.errorMessage!, /it broke off/)
      assert.isAbove(broken.dueAt.toMillis(), Date.now())
      await dueNow()
      const whole = await work()

      assert.equal(whole.status, 'completed')
      assert.isNull(whole.errorMessage)
      assert.lengthOf(asked, 2)
      assert.equal(asked[1] !== 'all', isResumed)
      const { sha256 } = await Video.firstOrFail()
      assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'))
      assert.lengthOf(await filesIn(INCOMING), 0)
    })

  test('what a killed process left is gone on with, in a file of its own', async ({
    assert,
    cleanup,
  }) => {
    const [listener, asked] = breaking(() => '"same"')
    const at = await serve(listener, cleanup)
    await start({ url: `${at}/film.mp4` })
    const broken = await work()
    await db.from('imports').update({
      status: 'downloading',
      lease_expires_at: db.raw("now() - interval '1 s'"),
    })

    const whole = await work()

    assert.equal(whole.status, 'completed')
    assert.match(asked[1], /^bytes=\d+- "same"$/)
    assert.isAbove(whole.leaseToken, broken.leaseToken)
    assert.lengthOf(await filesIn(INCOMING), 0)
  })

  test('a lease is held by one, and nobody else takes it', async ({ assert }) => {
    await start({ url: 'https://example.com/a.mp4' })
    const claims = await Promise.all([1, 2, 3].map(() => claimNextImport()))
    assert.lengthOf(
      claims.filter((one) => one),
      1
    )
  })

  test('cancelled in the middle: the call ends and nothing is left', async ({
    assert,
    cleanup,
  }) => {
    let isClosed = false
    const at = await serve((request, response) => {
      response.write(bytes.subarray(0, 1000))
      request.socket.on('close', () => (isClosed = true))
    }, cleanup)
    const row = await start({ url: `${at}/film.mp4` })
    const working = work()
    await until(async () => (await row.refresh()).receivedBytes === 1000)

    await cancelImport(row, BY)
    await working

    assert.containsSubset((await row.refresh()).$attributes, {
      status: 'cancelled',
      partPath: null,
    })
    await until(async () => isClosed)
    assert.lengthOf(await filesIn(INCOMING), 0)
    await assert.rejects(() => cancelImport(row, BY), /is cancelled already/)
    assert.equal((await retryImport(row, BY)).status, 'waiting')
    await assert.rejects(() => retryImport(row, BY), /is waiting: only one that failed/)
  })

  test('told to stop it hands back, with what has arrived', async ({ assert, cleanup }) => {
    const at = await serve((_, response) => {
      response.setHeader('etag', '"a"')
      response.write(bytes.subarray(0, 1000))
    }, cleanup)
    const row = await start({ url: `${at}/film.mp4` })
    const stops = new AbortController()
    cleanup(() => stops.abort())
    const running = (await app.container.make(RunImports)).run(stops.signal)
    await until(async () => (await row.refresh()).receivedBytes === 1000)

    stops.abort()
    await running

    await row.refresh()
    assert.containsSubset(row.$attributes, { status: 'waiting', failureCount: 0, validator: '"a"' })
    assert.lengthOf(await readFile(row.partPath!), 1000)
    await cancelImport(row, BY)
    assert.lengthOf(await filesIn(INCOMING), 0)
  })

  test('a file of the server is copied where IMPORT_PATHS allows it', async ({ assert, fs }) => {
    app.container.swap(ImportRoots, () => new ImportRoots([fs.basePath]))
    await copyFile(clip, join(fs.basePath, 'card.mp4'))
    await start({ path: join(fs.basePath, 'card.mp4') })

    const row = await work()

    assert.equal(row.status, 'completed')
    assert.equal((await Video.firstOrFail()).originalName, 'card.mp4')
    assert.lengthOf(await readFile(join(fs.basePath, 'card.mp4')), bytes.length)
    await start({ path: join(fs.basePath, 'gone.mp4') })
    assert.match((await work()).errorMessage!, /it does not exist/)
    await assert.rejects(() => start({ path: '/etc/passwd' }), /may not be taken from "\/etc"/)
    await assert.rejects(
      () => start({ path: `${fs.basePath}/../../etc/passwd` }),
      /may not be taken/
    )
    await assert.rejects(() => start({ path: 'card.mp4' }), /may not be taken/)
  })

  test('the same bytes are used again where that is asked', async ({ assert, cleanup }) => {
    const at = await serve((_, response) => response.end(bytes), cleanup)
    await start({ url: `${at}/a.mp4` })
    const first = await work()
    await start({ url: `${at}/b.mp4`, duplicate: 'reuse' })
    const second = await work()
    assert.equal(second.videoId, first.videoId)
    assert.equal(second.duplicateOf, first.videoId)
    await start({ url: `${at}/c.mp4`, duplicate: 'reject' })
    const third = await work()
    assert.equal(third.errorCode, 'E_DUPLICATE')
    assert.lengthOf(await Video.all(), 1)
    assert.lengthOf(await filesIn(INCOMING), 0)
  })

  test('a process that dies over it again and again is not followed for ever', async ({
    assert,
  }) => {
    await start({ url: 'https://example.com/a.mp4' })
    await db.from('imports').update({ failure_count: 6 })
    const row = await work()
    assert.equal(row.status, 'failed')
    assert.match(row.errorMessage!, /ended 6 times without a word/)
  })
})

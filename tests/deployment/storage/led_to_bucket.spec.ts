import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { DiskStore } from '#storage/disk_store'
import { FallbackStore } from '#storage/fallback_store'
import { MediaStore } from '#storage/media_store'
import { S3Store } from '#storage/s3/s3_store'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { launchChromium } from '#tests/helpers/launch_chromium'
import { personOf, tokenOf } from '#tests/helpers/people'
import { s3Server } from '#tests/helpers/s3_server'
import { signIn } from '#tests/helpers/sign_in'
import { spawnServer, type SpawnedServer } from '#tests/helpers/spawn_server'
import { until } from '#tests/helpers/until'
import { ingest, startJob, workOn } from '#tests/helpers/work'
import type Video from '#videos/video'

test.group('A bucket that sends films itself', (group) => {
  let server: SpawnedServer
  let video: Video
  let publicEndpoint: string
  let headers: Record<string, string>

  group.setup(() => cleanDatabase())
  group.teardown(async () => {
    app.container.restoreAll()
    await server?.end()
  })

  /** The bucket by another name, as people outside know it. */
  async function begin(folder: string) {
    const ceph = await s3Server()
    const bucket = await ceph.newBucket()
    publicEndpoint = ceph.endpoint.replace('127.0.0.1', 'localhost')
    const store = new S3Store(bucket, join(folder, 'incoming'))
    app.container.swap(MediaStore, () => store)
    video = await ingest(await landscapeClip(folder))
    if ((await workOn(await startJob(video))) !== 'completed') throw new Error('it was not encoded')
    headers = { authorization: `Bearer ${await tokenOf('viewer')}` }
    server = await spawnServer({
      ...{ STORE: 's3', S3_BUCKET: bucket.bucket, S3_ENDPOINT: ceph.endpoint },
      S3_ACCESS_KEY_ID: bucket.credentials!.accessKeyId,
      S3_SECRET_ACCESS_KEY: bucket.credentials!.secretAccessKey.release(),
      ...{ STORAGE_PATH: folder, S3_REDIRECT_TTL: '1h', S3_PUBLIC_ENDPOINT: publicEndpoint },
    })
  }

  const ask = (path: string, more: Record<string, string> = {}, method = 'GET') =>
    fetch(`${server.address}/api/v1/videos/${video.id}${path}`, {
      ...{ method, headers: { ...headers, ...more }, redirect: 'manual' },
    })

  test('leads players and downloads there, and nobody else', async ({ fs, assert }) => {
    await fs.mkdir('incoming')
    await begin(fs.basePath)

    const led = await ask('/renditions/mobile')
    const location = new URL(led.headers.get('location')!)
    assert.equal(led.status, 302)
    assert.equal(location.origin, publicEndpoint)
    assert.equal(location.searchParams.get('X-Amz-Expires'), '3600')
    assert.match(led.headers.get('cache-control')!, /no-store/)
    assert.isNull(led.headers.get('etag'))

    const byScript = { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' }
    const scripted = await ask('/renditions/mobile', byScript)
    const far = await ask('/renditions/mobile', { origin: 'https://school.example' })
    const head = await ask('/renditions/mobile', {}, 'HEAD')
    const poster = await ask('/poster')
    const known = { 'if-none-match': scripted.headers.get('etag')!, 'cache-control': 'max-age=0' }
    const unchanged = await ask('/renditions/mobile', known)
    assert.deepEqual(
      [scripted, far, head, poster, unchanged].map(({ status }) => status),
      [200, 200, 200, 200, 304]
    )

    const bytes = Buffer.from(await scripted.arrayBuffer())
    const whole = await fetch(location)
    assert.equal(whole.headers.get('content-type'), 'video/mp4')
    assert.match(whole.headers.get('content-disposition')!, /^inline; filename=/)
    assert.isTrue(Buffer.from(await whole.arrayBuffer()).equals(bytes))
    const part = await fetch(location, { headers: { range: 'bytes=100-299' } })
    assert.equal(part.status, 206)
    assert.isTrue(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 300)))
  })

  test('gives no address for what has not moved there yet', async ({ fs, assert }) => {
    const bucket = await app.container.make(MediaStore)
    const disk = new DiskStore(fs.basePath)
    await fs.create('old', 'bytes')
    await disk.keep(join(fs.basePath, 'old'), 'originals/old.mp4')
    const store = new FallbackStore(bucket, disk)
    const as = { mimeType: 'video/mp4', disposition: 'inline', forS: 60 }

    assert.isNull(await store.addressOf('originals/old.mp4', as))
    assert.match((await store.addressOf(video.originalKey, as))!, /X-Amz-Signature=/)
  })

  test('opens nothing else with such an address', async ({ assert }) => {
    const location = (await ask('/original')).headers.get('location')!
    const other = new URL(location)
    other.pathname = other.pathname.replace('originals', 'renditions')
    const longer = location.replace('X-Amz-Expires=3600', 'X-Amz-Expires=7200')

    const saved = await fetch(location)
    await saved.body?.cancel()
    const refused = [await fetch(other), await fetch(longer), await fetch(location, PUT)]

    assert.equal(saved.status, 200)
    assert.match(saved.headers.get('content-disposition')!, /^attachment;/)
    assert.deepEqual(
      refused.map(({ status }) => status),
      [403, 403, 403]
    )
  })

  test('is where pages may play from', async ({ assert }) => {
    const cookie = await signIn(server.address, (await personOf('viewer')).email)
    const page = await fetch(`${server.address}/videos/${video.id}`, { headers: { cookie } })

    assert.equal(page.status, 200)
    const policy = page.headers.get('content-security-policy')!
    assert.include(policy, `media-src 'self' blob: ${publicEndpoint};`)
    assert.include(policy, `connect-src 'self';`)
  })

  test('plays in a browser, from there', async ({ assert, cleanup }) => {
    const cookies = await signIn(server.address, (await personOf('viewer')).email)
    const browser = await launchChromium({})
    cleanup(() => browser.close())
    const context = await browser.newContext({ extraHTTPHeaders: { cookie: cookies } })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('response', (answer) =>
      asked.push(`${answer.status()} ${new URL(answer.url()).origin}`)
    )
    await page.goto(`${server.address}/videos/${video.id}`)

    await page.evaluate(`document.querySelector('video').play()`)
    await until(() => page.evaluate<boolean>(`document.querySelector('video').currentTime > 0.5`))

    assert.includeMembers(asked, [`302 ${server.address}`, `206 ${publicEndpoint}`])
  })
})

const PUT = { method: 'PUT', body: 'other bytes' }

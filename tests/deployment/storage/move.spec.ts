import { createHash } from 'node:crypto'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'
import { test } from '@japa/runner'
import { mediakeep } from '#accounts/actor'
import MoveLibrary from '#app/library/move/move_library'
import { tellingRules, storagePath } from '#config/mediakeep'
import { DiskStore } from '#storage/disk_store'
import { StorageUnreachable } from '#storage/errors'
import { FallbackStore } from '#storage/fallback_store'
import { MediaStore } from '#storage/media_store'
import { S3Store } from '#storage/s3/s3_store'
import type { S3Settings } from '#storage/s3/s3_settings'
import { landscapeClip } from '#tests/fixtures/clips'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { publishedVideo } from '#tests/helpers/published_video'
import { s3Server } from '#tests/helpers/s3_server'
import { spawnServer } from '#tests/helpers/spawn_server'
import { tokenOf } from '#tests/helpers/people'
import { ingest, startJob, workOn } from '#tests/helpers/work'

const REQUEST = {
  ...{ isRemoving: false, bytesPerS: null, by: mediakeep('system'), onProgress: () => {} },
  databaseUrl: tellingRules.databaseUrl,
}

test.group('moving a library', (group) => {
  let former: DiskStore
  let current: DiskStore
  group.each.setup(async ({ context }) => {
    await context.fs.mkdir('.')
    await cleanDatabase()
    await rm(storagePath, { recursive: true, force: true })
    former = new DiskStore(storagePath)
    current = new DiskStore(join(context.fs.basePath, 'new store'))
  })

  const move = (changes = {}, stores = new FallbackStore(current, former)) =>
    new MoveLibrary(stores).handle({ ...REQUEST, ...changes })

  test('goes on where it was stopped, and removes only what is there', async ({ assert }) => {
    const [one, two] = [await publishedVideo(1000), await publishedVideo(2000)]
    const breaking = new (class extends DiskStore {
      override read(key: string) {
        if (key !== two.rendition.fileKey) return super.read(key)
        return Promise.reject(new StorageUnreachable('the cable was pulled'))
      }
    })(storagePath)

    await assert.rejects(() => move({}, new FallbackStore(current, breaking)), /cable/)
    const again = await move()
    const removed = await move({ isRemoving: true })

    assert.equal(await current.sizeOf(one.rendition.fileKey), 1000)
    assert.isAtMost(again.copied, 2)
    assert.deepInclude(again, { unmoved: { count: 0, bytes: 0 }, left: { count: 2, bytes: 3000 } })
    assert.deepInclude(removed, { copied: 0, removed: 2, left: { count: 0, bytes: 0 } })
    assert.equal(await former.sizeOf(two.rendition.fileKey), null)
  })

  test('leaves what is damaged, and what is nobody’s', async ({ assert }) => {
    const { rendition } = await publishedVideo(1000)
    await writeFile(join(storagePath, rendition.fileKey), Buffer.alloc(1000))
    const stray = await former.newIncomingPath()
    await writeFile(stray, 'stray')
    await former.keep(stray, 'originals/stray.mp4')

    const moved = await move({ isRemoving: true })

    assert.deepInclude(moved, { damaged: [rendition.fileKey], ownerless: 1, copied: 0, removed: 0 })
    assert.equal(await former.sizeOf(rendition.fileKey), 1000)
  })

  test('a video that is deleted meanwhile does not come back', async ({ assert }) => {
    const { video, rendition } = await publishedVideo(1000)
    const deleting = new (class extends DiskStore {
      override async keep(path: string, key: string) {
        await db.from('videos').where('id', video.id).delete()
        await former.remove(key)
        return super.keep(path, key)
      }
    })(join(storagePath, 'elsewhere'))

    const moved = await move({}, new FallbackStore(deleting, former))

    assert.deepInclude(moved, { copied: 0, gone: 1 })
    assert.isNull(await deleting.sizeOf(rendition.fileKey))
  })

  test('one at a time, and only where the settings say so', async ({ assert, cleanup }) => {
    const other = new pg.Client({ connectionString: tellingRules.databaseUrl })
    await other.connect()
    cleanup(() => other.end())
    await other.query(`select pg_advisory_lock(hashtext('storage_move'))`)

    await assert.rejects(() => move(), /Another move/)
    const unset = await ace(['storage', 'move', '--to', 's3'])

    assert.equal(unset.code, 1)
    assert.match(unset.stderr + unset.stdout, /Set STORE=s3 and STORE_FORMER=disk/)
  })

  test('a live one goes into a bucket and is read all the while', async ({
    assert,
    fs,
    cleanup,
  }) => {
    const bucket = await (await s3Server()).newBucket()
    const video = await ingest(await landscapeClip(fs.basePath))
    assert.equal(await workOn(await startJob(video)), 'completed')
    const token = await tokenOf('viewer')
    const settings = { ...inBucket(bucket), STORE_FORMER: 'disk' }
    const server = await spawnServer(settings)
    cleanup(async () => void (await server.end()))
    const played = async () => {
      const headers = { authorization: `Bearer ${token}` }
      const answer = await fetch(`${server.address}/api/v1/videos/${video.id}/original`, {
        headers,
      })
      return sha256(Buffer.from(await answer.arrayBuffer()))
    }

    const before = await played()
    const copied = await aceJson(['storage', 'move', '--to', 's3', '--limit', '100mb'], settings)
    const between = await played()
    const removed = await aceJson(['storage', 'move', '--to', 's3', '--remove'], settings)

    assert.deepEqual([before, between, await played()], Array(3).fill(video.sha256))
    assert.equal(copied.code, 0, copied.stdout)
    assert.isAbove(copied.result.copied, 1)
    assert.equal(copied.result.unmoved.count, 0)
    assert.equal(removed.result.left.count, 0)
    assert.notInclude(await readdir(storagePath), video.originalKey)
    const alone = new S3Store(bucket, storagePath)
    assert.equal(sha256(await buffer(await alone.read(video.originalKey))), video.sha256)
    assert.isNull(await (await app.container.make(MediaStore)).sizeOf(video.originalKey))
  })
})

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function inBucket({ bucket, prefix, endpoint, region, isPathStyle, credentials }: S3Settings) {
  return {
    ...{ STORE: 's3', S3_BUCKET: bucket, S3_PREFIX: prefix, S3_ENDPOINT: endpoint ?? '' },
    ...{ S3_REGION: region, S3_FORCE_PATH_STYLE: String(isPathStyle) },
    S3_ACCESS_KEY_ID: credentials!.accessKeyId,
    S3_SECRET_ACCESS_KEY: credentials!.secretAccessKey.release(),
  }
}

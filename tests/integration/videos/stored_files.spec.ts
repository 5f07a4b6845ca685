import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import ReProbeVideos from '#videos/files/re_probe_videos'
import Video from '#videos/video'
import VerifyFiles from '#videos/files/verify_files'
import { mediakeep } from '#accounts/actor'
import { storagePath } from '#config/mediakeep'
import { silentClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { publishedVideo } from '#tests/helpers/published_video'
import { ingest } from '#tests/helpers/work'

const by = mediakeep('schedule')

test.group('VerifyFiles', (group) => {
  let verifyFiles: VerifyFiles
  group.each.setup(async () => {
    await cleanDatabase()
    verifyFiles = await app.container.make(VerifyFiles)
  })

  const verify = (of: { areHashed?: boolean; maxVideos?: number } = {}) =>
    verifyFiles.handle({ maxVideos: 10, areHashed: true, maxMs: 60_000, by, ...of })

  /** One video whose original is missing, for it never was; its rendition is there. */
  async function damage(how: (path: string) => Promise<void>) {
    const { rendition } = await publishedVideo(1000)
    await how(join(storagePath, rendition.fileKey))
    const { faults } = await verify()
    return faults.filter(({ key }) => key === rendition.fileKey).map(({ kind }) => kind)
  }

  test('finds what is gone, too short, or has other bytes', async ({ assert }) => {
    assert.deepEqual(await damage((path) => rm(path)), ['missing'])
    assert.deepEqual(await damage((path) => truncate(path, 999)), ['wrong_size'])
    assert.deepEqual(await damage((path) => writeFile(path, Buffer.alloc(1000))), ['wrong_bytes'])
    assert.isEmpty(await damage(async () => {}))
  })

  test('each finding is a line of the audit, with the video and the key', async ({ assert }) => {
    const { video } = await publishedVideo(10)

    await verify({ areHashed: false })

    const line = await db.from('audit').where('action', 'stored_file.damaged').firstOrFail()
    assert.equal(line.subject_id, String(video.id))
    assert.equal(line.details.key, video.originalKey)
  })

  test('goes on with those that were looked at longest ago', async ({ assert }) => {
    for (const title of ['one', 'two', 'three']) await publishedVideo(10, title)

    for (let night = 0; night < 3; night += 1) await verify({ maxVideos: 1 })

    const unseen = await db.from('videos').whereNull('files_checked_at')
    assert.isEmpty(unseen)
  })
})

test.group('ReProbeVideos', (group) => {
  group.each.setup(() => cleanDatabase())

  test('looks again into what an older probe saw, and keeps what is new', async ({ assert }) => {
    const folder = await mkdtemp(join(tmpdir(), 'probed-'))
    const video = await ingest(await silentClip(folder))
    await rm(folder, { recursive: true })
    await db.from('videos').update({ probe_version: 0, width: 1, frame_rate: null })
    const reProbe = await app.container.make(ReProbeVideos)
    const again = () => reProbe.handle({ filter: {}, isOutdatedOnly: true, maxVideos: 10, by })

    const first = await again()
    const second = await again()

    const now = await Video.findOrFail(video.id)
    const line = await db.from('audit').where('action', 'video.probed').firstOrFail()
    assert.deepEqual([first.probed, first.changed, second.probed], [1, 1, 0])
    assert.equal(now.width, 320)
    assert.sameMembers(line.details.changed, ['width', 'frameRate'])
  })
})

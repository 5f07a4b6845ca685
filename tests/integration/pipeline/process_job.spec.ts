import { rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import IngestVideo from '#videos/ingest_video'
import Rendition from '#videos/rendition'
import Video from '#videos/video'
import { mediakeep } from '#accounts/actor'
import { probe } from '#media/probe/probe'
import { intakeLimits, binaries, scratchPath, storagePath } from '#config/mediakeep'
import {
  disguisedPlaylist,
  landscapeClip,
  portraitClip,
  renamedText,
  silentClip,
} from '../../fixtures/clips.js'
import { cleanDatabase } from '../../helpers/clean_database.js'
import { until } from '../../helpers/until.js'
import { filesIn, ingest, startJob, workOn } from '../../helpers/work.js'

const look = (rendition: Rendition) =>
  probe(join(storagePath, rendition.fileKey), { binaries, limits: intakeLimits.probe })

const renditionsOf = (video: Video) => Rendition.query().where('video_id', video.id)

test.group('IngestVideo', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('keeps what the probe saw', async ({ fs, assert }) => {
    const video = await ingest(await portraitClip(fs.basePath), 'IMG 0001.MOV')

    assert.deepEqual([video.width, video.height], [320, 180].reverse())
    assert.equal(video.title, 'IMG 0001')
    assert.equal(video.videoCodec, 'h264')
    assert.isFalse(video.hasAudio)
    assert.match(video.sha256, /^[0-9a-f]{64}$/)
  })

  test('what is no video is refused with its cause, and nothing stays', async ({ fs, assert }) => {
    const victim = await landscapeClip(fs.basePath)
    const files = [await renamedText(fs.basePath), await disguisedPlaylist(fs.basePath, victim)]

    for (const file of files) {
      const refusal = await ingest(file).catch((error) => error)
      assert.equal(refusal.status, 422)
      assert.match(refusal.code, /^INPUT_/)
    }

    assert.deepEqual(await filesIn(storagePath), [])
    assert.lengthOf(await Video.all(), 0)
  })

  test('a file that stops half-way leaves nothing', async ({ assert }) => {
    const broken = new Readable({
      read() {
        this.push(Buffer.alloc(64 * 1024))
        this.destroy(new Error('connection reset'))
      },
    })
    const ingestVideo = await app.container.make(IngestVideo)
    const upload = { content: broken, originalName: 'x.mp4', title: null, by: mediakeep('system') }

    const refusal = await ingestVideo.handle(upload).catch((error) => error)

    assert.equal(refusal.code, 'E_UPLOAD_INCOMPLETE')
    assert.deepEqual(await filesIn(storagePath), [])
  })

  test('names that people type become no path', async ({ fs, assert }) => {
    const clip = await landscapeClip(fs.basePath)

    for (const name of ['../../etc/passwd', '-i.mp4', 'a"b\'c\n.mp4', 'видео 🎬.mp4', '.mp4']) {
      const video = await ingest(clip, name)
      assert.equal(video.originalName, name)
      assert.match(video.originalKey, /^originals\/[0-9a-f-]{36}\.mp4$/)
      assert.notEqual(video.title, '')
    }
  })
})

test.group('ProcessJob', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('publishes the rendition with its proof, and a poster', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const job = await startJob(video, 'medium')

    assert.equal(await workOn(job), 'completed')

    const [rendition] = await renditionsOf(video)
    const seen = await look(rendition)
    assert.equal(seen.video!.codec, 'h264')
    assert.equal(seen.audio?.codec, 'aac')
    assert.closeTo(rendition.durationS, 1, 0.1)
    assert.isNotEmpty(rendition.proof.checks)
    assert.isTrue(rendition.proof.checks.every((check) => check.ok))
    await video.refresh()
    assert.equal(video.status, 'completed')
    assert.include(await filesIn(storagePath), 'poster.jpg')
    assert.deepEqual(await filesIn(scratchPath), [])
  })

  test('a phone’s upright clip stays upright', async ({ fs, assert }) => {
    const video = await ingest(await portraitClip(fs.basePath))

    await workOn(await startJob(video, 'medium'))

    const [rendition] = await renditionsOf(video)
    assert.deepEqual([rendition.width, rendition.height], [180, 320])
  })

  test('a clip without sound stays without', async ({ fs, assert }) => {
    const video = await ingest(await silentClip(fs.basePath))

    await workOn(await startJob(video, 'high'))

    const [rendition] = await renditionsOf(video)
    assert.isNull(rendition.audioCodec)
  })

  test('the five presets stand side by side; the same again takes the old one’s place', async ({
    fs,
    assert,
  }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const presets = ['original', 'high', 'medium', 'low', 'mobile']
    for (const preset of presets) await workOn(await startJob(video, preset))
    const [before] = await renditionsOf(video).where('name', 'low')

    await workOn(await startJob(video, 'low'))

    const names = (await renditionsOf(video)).map((one) => one.name)
    assert.sameMembers(names, presets)
    const [after] = await renditionsOf(video).where('name', 'low')
    assert.notEqual(after.fileKey, before.fileKey)
    const stored = await filesIn(storagePath)
    assert.lengthOf(
      stored.filter((name) => name === 'low.mp4'),
      1
    )
    assert.lengthOf(
      stored.filter((name) => name === 'poster.jpg'),
      1
    )
  })

  test('a missing original fails at once with that cause', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const job = await startJob(video)
    await rm(join(storagePath, video.originalKey))

    assert.equal(await workOn(job), 'failed')

    await job.refresh()
    assert.equal(job.failureCause, 'ORIGINAL_MISSING')
    assert.equal((await video.refresh()).status, 'failed')
  })

  test('an original that was cut short in the store fails with that cause', async ({
    fs,
    assert,
  }) => {
    const video = await ingest(await landscapeClip(fs.basePath))
    const job = await startJob(video)
    await truncate(join(storagePath, video.originalKey), video.sizeBytes - 1)

    assert.equal(await workOn(job), 'failed')

    assert.equal((await job.refresh()).failureCause, 'ORIGINAL_CHANGED')
  })

  test('a worker whose lease was taken publishes nothing', async ({ fs, assert }) => {
    const video = await ingest(await landscapeClip(fs.basePath, { durationS: 4 }))
    const job = await startJob(video)
    const late = workOn(job)
    await until(async () => (await job.refresh()).status === 'running')
    await db.from('jobs').where('id', job.id).increment('lease_token', 1)

    assert.equal(await late, 'lease_lost')

    assert.lengthOf(await renditionsOf(video), 0)
    assert.notInclude(await filesIn(storagePath), 'mobile.mp4')
    assert.deepEqual(await filesIn(scratchPath), [])
  })

  test('a worker told to stop before it begins hands the job back', async ({ fs, assert }) => {
    const job = await startJob(await ingest(await landscapeClip(fs.basePath)))

    assert.equal(await workOn(job, AbortSignal.abort()), 'handed_back')

    assert.equal((await job.refresh()).status, 'queued')
  })

  test('keeps the exact command and what it cost', async ({ fs, assert }) => {
    const clip = await landscapeClip(fs.basePath, { width: 1280, height: 720, durationS: 3 })
    const job = await startJob(await ingest(clip))

    await workOn(job)

    const attempt = await job.related('attempts').query().firstOrFail()
    assert.equal(attempt.argv![0], binaries.ffmpeg)
    assert.include(attempt.argv!, '-format_whitelist')
    assert.isAbove(attempt.cpuS!, 0)
    assert.isAbove(attempt.peakMemoryBytes!, 1024 * 1024)
  })
})

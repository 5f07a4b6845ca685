import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { findJob } from '#jobs/reports/find_job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { workOn } from '#tests/helpers/work'
import { landscapeClip } from '#tests/fixtures/clips'

const run = promisify(execFile)

test.group('From an upload to a download', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a clip goes up, is processed, and comes down whole', async ({ client, assert, fs }) => {
    const clip = await landscapeClip(await folderOf(fs))
    const token = await tokenOf('operator')

    const upload = await client.post('/api/v1/videos').bearerToken(token).file('video', clip)
    upload.assertStatus(201)
    const video = upload.body()
    assert.equal(upload.header('location'), `/api/v1/videos/${video.id}`)
    assert.equal(video.status, 'pending')
    assert.equal(video.title, 'landscape')
    assert.equal(video.width, 320)

    const started = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(token)
      .json({ preset: 'mobile' })
    started.assertStatus(202)
    const { id: jobId } = started.body()
    assert.equal(started.header('location'), `/api/v1/jobs/${jobId}`)

    const waiting = await client.get(`/api/v1/videos/${video.id}/status`).bearerToken(token)
    assert.containsSubset(waiting.body(), {
      video_id: video.id,
      title: 'landscape',
      processing_status: 'queued',
      progress_percentage: 0,
      processing_time_seconds: null,
      task: { id: jobId, status: 'queued', info: { current: 0, total: 100 } },
    })

    assert.equal(await workOn(await findJob(jobId)), 'completed')

    const done = await client.get(`/api/v1/videos/${video.id}/status`).bearerToken(token)
    assert.equal(done.body().processing_status, 'completed')
    assert.equal(done.body().progress_percentage, 100)
    assert.isAbove(done.body().processing_time_seconds, 0)
    assert.isString(done.body().processing_started_at)

    const job = await client.get(`/api/v1/jobs/${jobId}`).bearerToken(token)
    assert.equal(job.body().status, 'completed')
    assert.equal(job.body().preset, 'mobile')
    assert.lengthOf(job.body().attempts, 1)
    assert.isAbove(job.body().attempts[0].peak_memory_bytes, 0)
    assert.isNotEmpty(job.body().plan.renditions[0].reason)

    const list = await client.get(`/api/v1/videos/${video.id}/renditions`).bearerToken(token)
    const [rendition] = list.body().data
    assert.equal(rendition.name, 'mobile')

    const bytes = await download(rendition.links.file, token)
    assert.equal(bytes.length, rendition.size_bytes)
    assert.equal(createHash('sha256').update(bytes).digest('hex'), rendition.sha256)
    const seen = await probe(join(await folderOf(fs), 'down.mp4'), bytes)
    assert.sameMembers(
      seen.streams.map((stream: { codec_name: string }) => stream.codec_name),
      ['h264', 'aac']
    )

    const poster = await client.get(`/api/v1/videos/${video.id}/poster`).bearerToken(token)
    poster.assertStatus(200)
    assert.match(poster.header('content-type')!, /^image\//)

    const original = await client.get(`/api/v1/videos/${video.id}/original`).bearerToken(token)
    assert.equal(original.header('content-length'), String(video.size_bytes))
    assert.match(original.header('content-disposition')!, /^attachment; filename="landscape.mp4"/)
  }).timeout(60_000)

  test('an upload that names a preset starts its job', async ({ client, assert, fs }) => {
    const clip = await landscapeClip(await folderOf(fs))
    const token = await tokenOf('operator')
    const send = (priority: string) =>
      client
        .post('/api/v1/videos')
        .bearerToken(token)
        .file('video', clip)
        .field('preset', 'low')
        .field('priority', priority)
        .field('title', 'Behind the file')

    const [upload, refused] = [await send('7'), await send('101')]

    upload.assertStatus(201)
    assert.equal(upload.body().title, 'Behind the file')
    assert.equal(upload.body().status, 'queued')
    assert.containsSubset(upload.body().job, { preset: 'low', priority: 7 })
    assert.equal(refused.body().errors[0].field, 'priority')
  })
})

async function folderOf(fs: { mkdir: (path: string) => unknown; basePath: string }) {
  await fs.mkdir('clips')
  return join(fs.basePath, 'clips')
}

async function download(path: string, token: string) {
  const address = `http://${process.env.HOST}:${process.env.PORT}${path}`
  const answer = await fetch(address, { headers: { authorization: `Bearer ${token}` } })
  return Buffer.from(await answer.arrayBuffer())
}

async function probe(path: string, bytes: Buffer) {
  await writeFile(path, bytes)
  const { stdout } = await run('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', path])
  return JSON.parse(stdout)
}

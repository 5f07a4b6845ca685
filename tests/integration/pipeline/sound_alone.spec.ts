import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import type Job from '#jobs/job'
import StartJob from '#jobs/life/start_job'
import Rendition from '#videos/rendition'
import Video from '#videos/video'
import { mediakeep } from '#accounts/actor'
import { storagePath } from '#config/mediakeep'
import { coverArtOnly } from '#tests/fixtures/clips'
import { cutSound, loudThenSilent, sound, surroundSound } from '#tests/fixtures/sounds'
import { meanColour, streamsOf } from '#tests/integration/media/pictures'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { filesIn, ingest, startJob, workOn } from '#tests/helpers/work'

const LEFT = { x: 0.1, y: 0.3, width: 0.3, height: 0.4 }
const RIGHT = { ...LEFT, x: 0.6 }

async function madeOf(path: string, preset = 'audio_mp3') {
  const video = await ingest(path)
  const job = await startJob(video, preset)
  const outcome = await workOn(job)
  const renditions = await Rendition.query().where('video_id', video.id)
  return { video: await video.refresh(), job: await job.refresh(), outcome, renditions }
}

async function startOperation(video: Video, operation: string, parameters: object): Promise<Job> {
  const start = await app.container.make(StartJob)
  return start.handle({ video, operation, parameters, by: mediakeep('system') })
}

const posterOf = (video: Video) => join(storagePath, video.posterKey!)

test.group('ProcessJob, sound alone', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('publishes the sound, and a waveform as the poster', async ({ assert, fs }) => {
    const { video, job, outcome, renditions } = await madeOf(await loudThenSilent(fs.basePath))

    assert.equal(outcome, 'completed')
    assert.deepEqual([video.width, video.height, video.videoCodec], [null, null, null])
    const [rendition] = renditions
    assert.deepInclude(rendition.$attributes, {
      ...{ name: 'audio_mp3', kind: 'audio', audioCodec: 'mp3', videoCodec: null },
      ...{ width: null, height: null },
    })
    assert.equal(job.plan!.poster?.kind, 'waveform')
    const loud = await meanColour(posterOf(video), LEFT)
    const silent = await meanColour(posterOf(video), RIGHT)
    assert.isAbove(loud.red, silent.red + 60)
  })

  test('a cover picture becomes neither rendition nor poster', async ({ assert, fs }) => {
    const { video, outcome, renditions } = await madeOf(await coverArtOnly(fs.basePath))

    assert.equal(outcome, 'completed')
    const streams = await streamsOf(join(storagePath, renditions[0].fileKey))
    assert.deepEqual(
      streams.map(({ codec_type: type }) => type),
      ['audio']
    )
    const [{ width, height }] = await streamsOf(posterOf(video))
    assert.deepEqual([width, height], [1280, 720])
  })

  test('makes {name}')
    .with([
      { name: 'a tick of a twentieth of a second', make: tick },
      { name: '5.1 into stereo', make: surroundSound },
      { name: 'what is left of a cut-off MP3', make: mostOfMp3 },
      { name: 'a WAV', make: (folder: string) => sound(folder, 'song.wav') },
    ])
    .run(async ({ assert, fs }, { make }) => {
      const { video, outcome, renditions } = await madeOf(await make(fs.basePath))

      assert.equal(outcome, 'completed')
      assert.closeTo(renditions[0].durationS, video.durationS, 0.1)
      const [stream] = await streamsOf(join(storagePath, renditions[0].fileKey))
      assert.equal(stream.codec_name, 'mp3')
      assert.isAtMost(stream.channels as number, 2)
      assert.isNotNull(video.posterKey)
    })

  test('a preset of pictures fails for good, and leaves nothing', async ({ assert, fs }) => {
    const { video, job, outcome, renditions } = await madeOf(
      await sound(fs.basePath, 'song.mp3'),
      'medium'
    )

    assert.equal(outcome, 'failed')
    assert.equal(job.failureCause, 'INPUT_NO_VIDEO')
    assert.include(job.failureMessage, 'it holds sound only')
    assert.equal(video.status, 'failed')
    assert.isNull(video.posterKey)
    assert.isEmpty(renditions)
    assert.lengthOf(await filesIn(storagePath), 1)
  })

  test('a part is cut out into M4A and keeps the poster of the whole', async ({ assert, fs }) => {
    const { video } = await madeOf(await loudThenSilent(fs.basePath))
    const posterKey = video.posterKey
    const job = await startOperation(video, 'trim', { startS: 0.5, endS: 1.5 })

    assert.equal(await workOn(job), 'completed')

    const part = await Rendition.findByOrFail('name', 'trimmed')
    assert.equal(part.mimeType, 'audio/mp4')
    assert.closeTo(part.durationS, 1, 0.1)
    assert.equal((await video.refresh()).posterKey, posterKey)
  })
})

test.group('The record of sound alone', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('has a size whole or not at all, and sound where it has no pictures', async ({
    assert,
    fs,
  }) => {
    const { id } = await ingest(await sound(fs.basePath, 'song.mp3'))
    const change = (columns: object) => Video.query().where({ id }).update(columns)

    await assert.rejects(() => change({ width: 320 }), /videos_pictures_are_whole/)
    await assert.rejects(() => change({ hasAudio: false }), /videos_have_pictures_or_sound/)
  })
})

function tick(folder: string): Promise<string> {
  return sound(folder, 'tick.wav', { durationS: 0.05 })
}

function mostOfMp3(folder: string): Promise<string> {
  return cutSound(folder, 'most.mp3', 0.66)
}

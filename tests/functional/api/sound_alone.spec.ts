import { test } from '@japa/runner'
import { findJob } from '#jobs/reports/find_job'
import { sound } from '#tests/fixtures/sounds'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { tokenOf } from '#tests/helpers/people'
import { workOn } from '#tests/helpers/work'

test.group('Sound alone in the API', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('a song goes up, becomes MP3 and gets a waveform', async ({ client, assert, fs }) => {
    const token = await tokenOf('operator')
    const get = (path: string) => client.get(path).bearerToken(token)

    const upload = await client
      .post('/api/v1/videos')
      .bearerToken(token)
      .file('video', await sound(fs.basePath, 'song.wav'))
      .field('preset', 'audio_mp3')
    upload.assertStatus(201)
    const { job, ...video } = upload.body()
    assert.deepInclude(video, { width: null, height: null, frame_rate: null, video_codec: null })
    assert.deepInclude(video, { has_audio: true, audio_codec: 'pcm_s16le', audio_channels: 1 })
    assert.equal(await workOn(await findJob(job.id)), 'completed')

    const done = await get(`/api/v1/jobs/${job.id}`)
    assert.deepInclude(done.body().plan, { has_poster: true, poster_kind: 'waveform' })
    assert.deepInclude(done.body().plan.renditions[0], { width: null, height: null })
    const poster = await get(`/api/v1/videos/${video.id}/poster`)
    poster.assertStatus(200)
    assert.equal(poster.header('content-type'), 'image/jpeg')
    const [rendition] = (await get(`/api/v1/videos/${video.id}/renditions`)).body().data
    assert.deepInclude(rendition, { kind: 'audio', mime_type: 'audio/mpeg', width: null })
    const { analysis } = (await get(`/api/v1/videos/${video.id}`)).body()
    assert.deepInclude(analysis, { colours: null, warnings: [] })
  })

  test('a preset of pictures fails, and the cause says what to choose', async ({
    client,
    assert,
    fs,
  }) => {
    const token = await tokenOf('operator')
    const upload = await client
      .post('/api/v1/videos')
      .bearerToken(token)
      .file('video', await sound(fs.basePath, 'song.mp3'))
      .field('preset', 'medium')
    const { job } = upload.body()

    assert.equal(await workOn(await findJob(job.id)), 'failed')

    const { status, cause } = (await client.get(`/api/v1/jobs/${job.id}`).bearerToken(token)).body()
    assert.equal(status, 'failed')
    assert.deepInclude(cause, { code: 'INPUT_NO_VIDEO', can_retry_help: false })
    assert.include(cause.message, 'it holds sound only')
    assert.include(cause.remedy, 'audio_mp3')
  })
})

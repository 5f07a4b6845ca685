import { test } from '@japa/runner'
import edge from 'edge.js'
import Job from '#jobs/job'
import Rendition from '#videos/rendition'
import { presetsOnOffer } from '#presets/presets_on_offer'
import { landscapeClip } from '#tests/fixtures/clips'
import { sound } from '#tests/fixtures/sounds'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import { publishedVideo } from '#tests/helpers/published_video'
import { ingest, startJob, workOn } from '#tests/helpers/work'

test.group('Sound in the console', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a song that nobody worked on asks for a preset of sound', async ({
    client,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const video = await ingest(await sound(fs.basePath, 'song.mp3'))

    const page = await client.get(`/videos/${video.id}`).loginAs(await personOf('operator'))

    assert.include(page.text(), 'Choose a preset that makes sound')
    assert.include(page.text(), 'Sound, 0:01, MP3 mono')
    assert.notInclude(page.text(), 'null×null')
  })

  test('a preset of pictures fails on it with the remedy', async ({ client, assert, fs }) => {
    await fs.mkdir('.')
    const video = await ingest(await sound(fs.basePath, 'song.mp3'))
    const job = await startJob(video, 'medium')
    await workOn(job)

    const page = await client.get(`/jobs/${job.id}`).loginAs(await personOf('viewer'))

    assert.include(page.text(), 'it holds sound only')
    assert.include(page.text(), 'such as audio_mp3')
  })

  test('is never given a preset that would refuse it', async ({ client, assert, fs }) => {
    await fs.mkdir('.')
    const operator = await personOf('operator')
    const form = { presets: await presetsOnOffer(), maxSizeBytes: 1, csrfToken: '' }
    const html = await edge.render('partials/videos/upload', form)
    const [, offered] = /<option value="([^"]+)" selected>make/.exec(html) ?? []
    const drop = async (path: string, preset: string) => {
      const request = client.post('/videos').loginAs(operator).withCsrfToken()
      const answer = await request.field('preset', preset).file('video', path)
      answer.assertStatus(201)
      return answer.body()
    }
    const song = await sound(fs.basePath, 'song.mp3')

    await drop(song, offered)
    await drop(await landscapeClip(fs.basePath), offered)
    const kept = await drop(song, 'medium')

    const jobs = await Job.query()
      .orderBy('id')
      .preload('presetVersion', (of) => of.preload('preset'))
    assert.deepEqual(
      jobs.map(({ workName }) => workName),
      ['audio_mp3', 'medium']
    )
    assert.include(kept.words, 'can make nothing of it')
  })

  test('beside pictures it is not what the player shows first', async ({ client, assert }) => {
    const { video, rendition } = await publishedVideo(100)
    await rendition.merge({ width: 320, height: 180 }).save()
    const ofSound = { name: 'audio_mp3', kind: 'audio', width: null, height: null } as const
    const other = { ...ofSound, id: undefined, fileKey: 'renditions/audio.mp3' }
    await Rendition.create({ ...rendition.$attributes, ...other })

    const page = await client.get(`/videos/${video.id}`).loginAs(await personOf('viewer'))

    assert.match(page.text(), /<video [^>]*src="\/videos\/\d+\/renditions\/medium"/)
  })
})

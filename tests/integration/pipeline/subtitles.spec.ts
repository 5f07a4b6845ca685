import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import Rendition from '#videos/rendition'
import { storagePath } from '#config/mediakeep'
import { srt, subtitledClip } from '#tests/fixtures/subtitled_clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { filesIn, ingest, startJob, workOn } from '#tests/helpers/work'

const HELLO = srt(['00:00:00,500', '00:00:01,000', 'Hello'])
const LATE = srt(['00:01:00,000', '00:01:01,000', 'too late'])

test.group('Subtitles of a job', (group) => {
  group.tap((one) => one.timeout(60_000))
  group.each.setup(async ({ context }) => {
    await cleanDatabase()
    await rm(storagePath, { recursive: true, force: true })
    await context.fs.mkdir('.')
  })

  test('are published with the renditions; what says nothing is a warning', async ({
    assert,
    fs,
  }) => {
    const clip = await subtitledClip(fs.basePath, [
      { format: 'srt', text: HELLO, language: 'eng' },
      { format: 'srt', text: LATE, language: 'ger' },
    ])
    const video = await ingest(clip)
    const job = await startJob(video, 'mobile')

    assert.equal(await workOn(job), 'completed')

    await job.refresh()
    assert.deepEqual(
      job.warnings.map(({ code }) => code),
      ['SUBTITLES_LEFT_OUT']
    )
    assert.include(job.warnings[0].text, 'German')
    const words = await Rendition.findByOrFail({ videoId: video.id, name: 'subtitles' })
    assert.equal(words.kind, 'subtitles')
    assert.deepEqual(
      words.files.map(({ name, track }) => [name, track?.label]),
      [['subtitles-1.en.vtt', 'English']]
    )
    assert.isNull(words.width)
  })

  test('that say nothing at all are no rendition, and leave nothing', async ({ assert, fs }) => {
    const clip = await subtitledClip(fs.basePath, [{ format: 'srt', text: LATE }])
    const video = await ingest(clip)
    const job = await startJob(video, 'mobile')

    assert.equal(await workOn(job), 'completed')

    assert.isNull(await Rendition.findBy({ videoId: video.id, name: 'subtitles' }))
    assert.isEmpty((await filesIn(storagePath)).filter((name) => name.endsWith('.vtt')))
  })
})

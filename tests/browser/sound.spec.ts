import { test } from '@japa/runner'
import Job from '#jobs/job'
import { until } from '../helpers/until.js'
import { loudThenSilent } from '#tests/fixtures/sounds'
import { openAs } from '#tests/browser/watched_page'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import { ingest, startJob, workOn } from '#tests/helpers/work'

const TOO_WIDE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

test.group('Sound alone in the console', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('a song is uploaded, gets its waveform and plays', async ({
    browserContext,
    assert,
    fs,
  }) => {
    const song = await loudThenSilent(fs.basePath, 'song.mp3')
    const { page, complaints } = await openAs(browserContext, await personOf('operator'), '/videos')

    await page.getByLabel('Then').selectOption('audio_mp3')
    await page.getByLabel('Video files').setInputFiles(song)
    await page.getByRole('link', { name: 'Open the video' }).click()
    await workOn(await Job.firstOrFail())
    await page.locator('#player audio').waitFor()
    await page.evaluate(`document.querySelector('#player audio').play()`)
    await until(() => page.evaluate<boolean>(`document.querySelector('audio').currentTime > 0.3`))

    const wave = page.getByRole('img', { name: /How loud song is/ })
    assert.equal(await page.evaluate(`document.querySelector('.listening img').naturalWidth`), 1280)
    assert.isAbove((await wave.boundingBox())!.width, 200)
    assert.equal(await page.locator('#player video').count(), 0)
    assert.deepEqual(complaints, [])
  })

  test('pages say sound where they would say a size, on wide and narrow screens', async ({
    browserContext,
    assert,
    fs,
  }) => {
    const video = await ingest(await loudThenSilent(fs.basePath, 'song.mp3'))
    const job = await startJob(video, 'audio_mp3')
    await workOn(job)
    const user = await personOf('viewer')
    const { page, complaints } = await openAs(browserContext, user, `/videos/${video.id}`)

    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })

      await page.goto(`/videos/${video.id}`)
      await page.getByText('Sound, 0:02, MP3 mono').waitFor()
      assert.equal(await page.getByRole('heading', { name: 'Loudness' }).count(), 1)
      assert.equal(await page.getByText('Picture').count(), 0)
      assert.equal(await page.evaluate(TOO_WIDE), 0)
      await page.goto('/videos')
      assert.include(await page.locator('.tile .meta').innerText(), 'Sound')
      assert.equal(await page.evaluate(TOO_WIDE), 0)
      await page.goto(`/jobs/${job.id}`)
      await page.getByText('a waveform: how loud the sound is').waitFor()
      assert.notInclude(await page.locator('main').innerText(), '0×0')
    }

    assert.deepEqual(complaints, [])
  })
})

import { test } from '@japa/runner'
import Job from '#jobs/job'
import Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { until } from '../helpers/until.js'
import { landscapeClip, renamedText } from '#tests/fixtures/clips'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'
import { ingest, startJob, workOn } from '#tests/helpers/work'

test.group('From upload to playback', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a clip is uploaded, completes before one’s eyes and plays', async ({
    browserContext,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const clip = await landscapeClip(fs.basePath, { durationS: 2 })
    const { page, complaints } = await openAs(browserContext, await personOf('operator'), '/videos')

    await page.getByLabel('Then').selectOption('mobile')
    await page.getByLabel('Video files').setInputFiles(clip)
    await page.getByRole('link', { name: 'Open the video' }).click()
    await page.getByText('Being made').waitFor()
    await page.evaluate('window.isSamePage = true')
    await workOn(await Job.firstOrFail())
    await page.locator('video').waitFor()
    await page.evaluate(`document.querySelector('video').play()`)
    await until(() => page.evaluate<boolean>(`document.querySelector('video').currentTime > 0.3`))

    assert.isTrue(await page.evaluate('window.isSamePage === true'))
    assert.equal(await page.locator('#video-status .badge').innerText(), 'Completed')
    assert.equal((await Video.firstOrFail()).status, 'completed')
    assert.deepEqual(complaints, [])
  })

  test('the player goes on while the page is kept live', async ({ browserContext, assert, fs }) => {
    await fs.mkdir('.')
    const video = await ingest(await landscapeClip(fs.basePath, { durationS: 2 }))
    await workOn(await startJob(video, 'mobile'))
    const path = `/videos/${video.id}`
    const { page } = await openAs(browserContext, await personOf('operator'), path)

    await page.evaluate(`window.player = document.querySelector('video')`)
    await page.evaluate('window.player.currentTime = 1')
    await workOn(await startJob(video, 'low'))
    await page.evaluate(`dispatchEvent(new Event('live:refresh'))`)
    await page.locator('[data-play$="/low"]').waitFor()
    const isKept = await page.evaluate<boolean>('window.player.isConnected')
    const atS = await page.evaluate<number>('window.player.currentTime')
    await page.locator('[data-play$="/low"]').click()
    const isLow = `document.querySelector('video').currentSrc.endsWith('/low')`
    await until(() => page.evaluate<boolean>(isLow))

    assert.isTrue(isKept)
    assert.approximately(atS, 1, 0.1)
    assert.include(page.url(), 'play=low')
  })

  test('what is no video is refused next to its name', async ({ browserContext, assert, fs }) => {
    await fs.mkdir('.')
    const text = await renamedText(fs.basePath)
    const { page } = await openAs(browserContext, await personOf('operator'), '/videos')

    await page.getByLabel('Video files').setInputFiles(text)
    await page.locator('.upload.is-refused').waitFor()

    assert.include(await page.locator('.upload .words').innerText(), 'was not taken')
    assert.lengthOf(await Video.all(), 0)
  })
})

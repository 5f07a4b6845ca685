import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import StartJob from '#jobs/life/start_job'
import { mediakeep } from '#accounts/actor'
import { landscapeClip } from '#tests/fixtures/clips'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { personOf } from '#tests/helpers/people'
import { until } from '#tests/helpers/until'
import { ingest, workOn } from '#tests/helpers/work'
import { openAs } from '#tests/browser/watched_page'

test.group('HLS in the player', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a ladder of segments plays', async ({ browserContext, assert, fs }) => {
    await fs.mkdir('.')
    const video = await ingest(await landscapeClip(fs.basePath, { durationS: 6 }))
    const start = await app.container.make(StartJob)
    const job = await start.handle({ video, operation: 'package_hls', by: mediakeep('system') })
    assert.equal(await workOn(job), 'completed', JSON.stringify(await job.refresh()))
    const { page, complaints } = await openAs(
      browserContext,
      await personOf('viewer'),
      `/videos/${video.id}`
    )

    await page.locator('[data-kind="hls"]').click()
    const source = () => page.evaluate<string>(`document.querySelector('video').currentSrc`)
    await until(async () => (await source()).startsWith('blob:'))
    await page.evaluate(`document.querySelector('video').play()`)
    const moment = () => page.evaluate<number>(`document.querySelector('video').currentTime`)
    await until(async () => (await moment()) > 0.5)

    const durationS = await page.evaluate<number>(`document.querySelector('video').duration`)
    assert.closeTo(durationS, 6, 0.2)
    assert.deepEqual(complaints, [])
  })
})

import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { landscapeClip } from '#tests/fixtures/clips'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'
import { ingest, startJob, workOn } from '#tests/helpers/work'

test.group('Colours and loudness', (group) => {
  group.each.setup(() => cleanDatabase())

  test('are drawn on the video’s page, on wide and narrow screens', async ({
    browserContext,
    assert,
    fs,
  }) => {
    await fs.mkdir('.')
    const video = await ingest(await landscapeClip(fs.basePath, { durationS: 2 }))
    await workOn(await startJob(video))
    const path = `/videos/${video.id}`
    const { page, complaints } = await openAs(browserContext, await personOf('viewer'), path)

    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      const plot = page.getByRole('img', { name: /Colour histogram/ })
      const scale = page.getByRole('img', { name: /LUFS, range/ })
      assert.isAbove((await plot.boundingBox())!.width, 200)
      assert.isAbove((await scale.boundingBox())!.width, 200)
      const wider = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
      assert.equal(await page.evaluate(wider), 0)
    }

    assert.deepEqual(complaints, [])
  })
})

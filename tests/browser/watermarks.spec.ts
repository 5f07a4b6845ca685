import { rm } from 'node:fs/promises'
import { test } from '@japa/runner'
import Job from '#jobs/job'
import Watermark from '#watermarks/watermark'
import { storagePath } from '#config/mediakeep'
import { mediaInfo } from '#tests/fixtures/media_infos'
import { plainPicture } from '#tests/fixtures/pictures'
import { openAs } from '#tests/browser/watched_page'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'
import { addWatermark } from '#tests/helpers/watermarks'
import { until } from '#tests/helpers/until'

test.group('Watermarks in the console', (group) => {
  group.each.timeout(60_000)
  group.each.setup(() => cleanDatabase())
  group.each.setup(() => rm(storagePath, { recursive: true, force: true }))
  group.each.setup(async ({ context }) => void (await context.fs.mkdir('.')))

  test('a logo is added, seen and deleted', async ({ browserContext, fs, assert }) => {
    const path = await plainPicture(fs.basePath, { size: '200x80' })
    const { page, complaints } = await openAs(
      browserContext,
      await personOf('operator'),
      '/watermarks'
    )
    await page.getByText('No watermarks yet').waitFor()

    await page.getByPlaceholder('Name').fill('Acme')
    await page.locator('input[type=file]').setInputFiles(path)

    const logo = page.getByRole('img', { name: 'Acme' })
    await logo.waitFor()
    await until(() =>
      page.evaluate<boolean>(`document.querySelector('.checkered img').naturalWidth === 200`)
    )
    assert.deepEqual(complaints, [])
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Delete Acme' }).click()
    await page.getByText('“Acme” is gone.').waitFor()
    assert.lengthOf(await Watermark.all(), 0)
  })

  test('a file that is no picture is refused next to it', async ({ browserContext, assert }) => {
    const { page } = await openAs(browserContext, await personOf('operator'), '/watermarks')

    const file = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') }
    await page.locator('input[type=file]').setInputFiles(file)

    await page.getByText('no PNG, JPEG or WebP').waitFor()
    assert.lengthOf(await Watermark.all(), 0)
  })

  test('a video’s page lays one over it', async ({ browserContext, fs, assert }) => {
    const { watermark } = await addWatermark(await plainPicture(fs.basePath), 'Acme')
    const video = await makeVideo()
    await video.merge({ mediaInfo: mediaInfo() }).save()
    const operator = await personOf('operator')
    const { page } = await openAs(browserContext, operator, `/videos/${video.id}`)

    await page.getByText('Lay a watermark over it').click()
    await page.getByLabel('Where').selectOption('top_left')
    await page.getByRole('button', { name: 'Start the watermark' }).click()

    await page.getByText('Started with watermark.').waitFor()
    const job = await Job.firstOrFail()
    assert.containsSubset(job.parameters, {
      ...{ picture: watermark.id, text: null, position: 'top_left', opacity: 0.7, scale: null },
    })
  })
})

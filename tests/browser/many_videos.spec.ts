import { test } from '@japa/runner'
import Batch from '#jobs/batches/batch'
import Job from '#jobs/job'
import Video from '#videos/video'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'

test.group('Many videos', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a whole filter is walked, chosen and started as a batch behind a canary', async ({
    browserContext,
    assert,
  }) => {
    for (let n = 0; n < 26; n++) await makeVideo({ title: `Knee ${n}.` })
    await makeVideo({ title: 'A hip' })
    const { page, complaints } = await openAs(browserContext, await personOf('operator'), '/videos')

    await page.getByLabel('Search by title or file name').fill('knee')
    await page.getByLabel('Search by title or file name').press('Enter')
    await page.getByText('26 videos fit').waitFor()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.getByRole('link', { name: 'Knee 0.' }).waitFor()
    await page.getByRole('link', { name: 'Previous' }).click()
    await page.getByRole('link', { name: 'Knee 25.' }).waitFor()
    await page.getByLabel('All 26 that fit').check()
    await page.getByRole('button', { name: 'Start a preset' }).click()
    await page.getByText('26 jobs would start.').waitFor()
    await page.getByLabel('Try so many first').fill('2')
    await page.getByRole('button', { name: 'Start', exact: true }).click()
    await page.getByText('2 jobs started with medium; 24 others follow').waitFor()

    assert.deepEqual((await Batch.firstOrFail()).filter, { search: 'knee', maxVideos: null })
    assert.lengthOf(await Job.all(), 26)
    assert.deepEqual(complaints, [])
  })

  test('ticked videos alone are tagged, and a page of them goes with its number named', async ({
    browserContext,
    assert,
  }) => {
    for (const title of ['One', 'Two', 'Three']) await makeVideo({ title })
    const { page, complaints } = await openAs(browserContext, await personOf('admin'), '/videos')

    await page.getByLabel('Select One').check()
    await page.getByLabel('Select Three').check()
    await page.getByText('2 ticked').waitFor()
    await page.getByRole('button', { name: 'Tag', exact: true }).click()
    await page.getByRole('heading', { name: 'Tag 2 videos' }).waitFor()
    await page.getByLabel('Tag', { exact: true }).fill('best')
    await page.getByRole('button', { name: 'Tag 2 videos' }).click()
    await page.getByText('2 videos tagged.').waitFor()
    await page.getByRole('link', { name: 'best 2' }).click()
    await page.getByText('2 videos fit').waitFor()
    await page.getByLabel('This page').check()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('heading', { name: 'Delete 2 videos for good?' }).waitFor()
    await page.getByRole('button', { name: 'Delete 2 videos' }).click()
    await page.getByText('2 videos deleted.').waitFor()

    assert.deepEqual(
      (await Video.all()).map(({ title }) => title),
      ['Two']
    )
    assert.deepEqual(complaints, [])
  })
})

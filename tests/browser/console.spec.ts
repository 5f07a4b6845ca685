import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'
import { startJob } from '#tests/helpers/work'

const DOING = [
  'Start',
  'Cancel',
  'Retry',
  'Retry selected',
  'Dismiss',
  'Pause',
  'Run now',
  'Save',
  'Choose files',
  'Choose a picture',
  'Turn off',
]

test.group('Console', (group) => {
  group.each.setup(() => cleanDatabase())

  async function everyPage() {
    const video = await makeVideo()
    const job = await startJob(video)
    const schedule = await makeSchedule()
    await failedJob()
    const lists = ['/', '/videos', '/jobs', '/watermarks', '/schedules', '/lanes']
    const others = ['/failures', '/batches', '/batches/new']
    return [
      ...lists,
      ...others,
      `/videos/${video.id}`,
      `/jobs/${job.id}`,
      `/schedules/${schedule.id}`,
    ]
  }

  test('a viewer finds no button that does something', async ({ browserContext, assert }) => {
    const paths = await everyPage()
    const { page } = await openAs(browserContext, await personOf('viewer'), '/')

    for (const path of paths) {
      await page.goto(path)
      for (const name of DOING) {
        const buttons = page.getByRole('button', { name, exact: true })
        assert.equal(await buttons.count(), 0, `${name} on ${path}`)
      }
    }
  })

  test('the chosen theme outlives the page', async ({ browserContext, assert }) => {
    const { page } = await openAs(browserContext, await personOf('viewer'), '/')
    const ground = () =>
      page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor')
    const light = await ground()

    await page.getByRole('button', { name: 'Switch between light and dark' }).click()
    const dark = await ground()
    await page.reload()

    assert.notEqual(dark, light)
    assert.equal(await ground(), dark)
  })

  test('the queue inspector opens, and leads back', async ({ browserContext, assert }) => {
    const viewer = await personOf('viewer')
    const { page, complaints } = await openAs(browserContext, viewer, '/queues')

    await page.getByText('video_processing').first().waitFor()
    await page.getByRole('link', { name: 'Back to the console' }).click()
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()

    assert.deepEqual(complaints, [])
  })
})

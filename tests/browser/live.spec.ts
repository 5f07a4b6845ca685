import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'
import { startJob } from '#tests/helpers/work'

/** Far less than pages wait between two questions by themselves. */
const SOON = { timeout: 3_500 }

test.group('Live pages', (group) => {
  group.each.setup(() => cleanDatabase())

  test('{path} shows a change at once')
    .with([{ path: '/videos' }, { path: '/videos/:id' }])
    .run(async ({ browserContext, assert }, { path }) => {
      const video = await makeVideo({ title: 'Before' })
      const at = path.replace(':id', String(video.id))
      const heard = browserContext.waitForEvent('response', isSubscribed)
      const { page, complaints } = await openAs(browserContext, await personOf('viewer'), at)
      await heard

      const job = await startJob(video)
      await db
        .from('jobs')
        .where('id', job.id)
        .update({ status: 'cancelled', finished_at: new Date() })
      await db.from('videos').where('id', video.id).update({ status: 'cancelled' })

      await page.getByText('Cancelled').first().waitFor(SOON)
      assert.deepEqual(complaints, [])
    })

  test('where events cannot be had, pages ask by themselves', async ({ browserContext }) => {
    await browserContext.route('**/__transmit/**', (route) => route.abort())
    const job = await startJob(await makeVideo())
    const path = `/jobs/${job.id}`
    const { page } = await openAs(browserContext, await personOf('viewer'), path)

    const ended = { status: 'cancelled', finished_at: new Date() }
    await db.from('jobs').where('id', job.id).update(ended)

    await page.getByText('Cancelled').first().waitFor({ timeout: 10_000 })
  })
})

function isSubscribed(response: { url(): string; ok(): boolean }): boolean {
  return response.url().endsWith('/__transmit/subscribe') && response.ok()
}

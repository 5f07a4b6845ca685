import { test } from '@japa/runner'
import Batch from '#jobs/batches/batch'
import Job from '#jobs/job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'

test.group('Failures and batches', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a ticked failure is dismissed, the others are retried by their cause', async ({
    browserContext,
    assert,
  }) => {
    const knee = await failedJob({ title: 'A knee' })
    const hip = await failedJob({ title: 'A hip' })
    const operator = await personOf('operator')
    const { page, complaints } = await openAs(browserContext, operator, '/')
    page.on('dialog', (dialog) => dialog.accept())

    await page.getByRole('link', { name: 'Failures', exact: true }).click()
    await page.getByRole('heading', { name: '2 jobs, one cause: The disk is full.' }).waitFor()
    await page.getByLabel('Select A knee').check()
    await page.getByRole('button', { name: 'Dismiss selected' }).click()
    await page.getByText('1 failure dismissed.').waitFor()
    await page.getByRole('button', { name: 'Retry it, failed by DISK_FULL' }).click()
    await page.getByText('1 job is queued again.').waitFor()
    await page.getByText('Nothing waits for a decision').waitFor()

    assert.isNotNull((await knee.refresh()).dismissedAt)
    assert.equal((await hip.refresh()).status, 'queued')
    assert.deepEqual(complaints, [])
  })

  test('a batch is counted while one types, started, paused and resumed', async ({
    browserContext,
    assert,
  }) => {
    for (let n = 0; n < 4; n++) await makeVideo({ title: `Knee ${n}` })
    await makeVideo({ title: 'A hip' })
    const operator = await personOf('operator')
    const { page, complaints } = await openAs(browserContext, operator, '/batches')

    await page.getByRole('link', { name: 'Start a batch' }).click()
    await page.getByText('5 jobs would start.').waitFor()
    await page.getByLabel('Text in title or file name').fill('knee')
    await page.getByText('4 jobs would start.').waitFor()
    await page.getByText('1 other video: the filter does not mean it').waitFor()
    await page.getByLabel('Try so many first').fill('1')
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByText('1 job started with medium; 3 others follow').waitFor()
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByText('Paused by A operator').waitFor()
    await page.getByRole('button', { name: 'Resume' }).click()
    await page.getByText('4 jobs may go on.').waitFor()

    assert.equal((await Batch.firstOrFail()).state, 'running')
    assert.lengthOf(await Job.query().where({ status: 'queued', isHeld: false }), 4)
    assert.deepEqual(complaints, [])
  })

  test('what was typed before the page had its script is counted, too', async ({
    browserContext,
    assert,
  }) => {
    for (const title of ['Knee 1', 'Knee 2', 'A hip']) await makeVideo({ title })
    const { page } = await openAs(browserContext, await personOf('operator'), '/batches')
    const arrived = Promise.withResolvers<void>()
    await page.route('**/*.js', (route) => arrived.promise.then(() => route.continue()))

    await page.goto('/batches/new', { waitUntil: 'commit' })
    await page.getByLabel('Text in title or file name').fill('knee')
    assert.isTrue(await page.getByText('3 jobs would start.').isVisible())
    arrived.resolve()

    await page.getByText('2 jobs would start.').waitFor()
  })
})

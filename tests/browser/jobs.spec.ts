import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'
import { startJob } from '#tests/helpers/work'

const HOSTILE = '<img src=x onerror="document.title=`owned`">'

test.group('Job pages', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a waiting job is cancelled', async ({ browserContext, assert }) => {
    const job = await startJob(await makeVideo())
    const path = `/jobs/${job.id}`
    const { page, complaints } = await openAs(browserContext, await personOf('operator'), path)

    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('The job is cancelled.').waitFor()

    assert.equal((await Job.findOrFail(job.id)).status, 'cancelled')
    assert.deepEqual(complaints, [])
  })

  test('a failed job tells its cause and its remedy, and is retried', async ({
    browserContext,
    assert,
  }) => {
    const job = await startJob(await makeVideo())
    const end = { status: 'failed', failure_cause: 'DISK_FULL', finished_at: new Date() }
    await db.from('jobs').where('id', job.id).update(end)
    const path = `/jobs/${job.id}`
    const { page } = await openAs(browserContext, await personOf('operator'), path)

    await page.getByRole('heading', { name: 'The disk is full.' }).waitFor()
    await page.getByText('Free space where scratch files and videos are kept.').waitFor()
    await page.getByRole('button', { name: 'Retry' }).click()
    await page.getByText('The job is queued again.').waitFor()

    assert.equal((await Job.findOrFail(job.id)).status, 'queued')
  })

  test('progress comes without a reload', async ({ browserContext, assert }) => {
    const job = await startJob(await makeVideo())
    const path = `/jobs/${job.id}`
    const { page, complaints } = await openAs(browserContext, await personOf('viewer'), path)

    await db
      .from('jobs')
      .where('id', job.id)
      .update({
        status: 'running',
        phase: 'encode',
        progress: 0.42,
        started_at: new Date(),
        lease_owner: 'test',
        lease_expires_at: new Date(Date.now() + 60_000),
      })
    await page.getByText('42 %').waitFor()

    assert.equal(await page.locator('[aria-current=step]').innerText(), 'Encode')
    assert.deepEqual(complaints, [])
  })

  test('a hostile title runs nothing', async ({ browserContext, assert }) => {
    const job = await startJob(await makeVideo({ title: HOSTILE }))
    const viewer = await personOf('viewer')
    const { page, complaints } = await openAs(browserContext, viewer, `/jobs/${job.id}`)

    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), HOSTILE)
    assert.equal(await page.locator('img[src=x]').count(), 0)
    assert.notEqual(await page.title(), 'owned')
    assert.deepEqual(complaints, [])
  })
})

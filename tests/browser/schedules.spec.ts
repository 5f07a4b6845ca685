import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import Firing from '#scheduling/firing'
import Schedule from '#scheduling/schedule'
import Scheduler from '#scheduling/scheduler'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { openAs } from '#tests/browser/watched_page'
import { personOf } from '#tests/helpers/people'

test.group('Schedule pages', (group) => {
  group.each.setup(() => cleanDatabase())

  test('an administrator edits the cron and reads it in words', async ({
    browserContext,
    assert,
  }) => {
    const { id } = await makeSchedule()
    const admin = await personOf('admin')
    const { page, complaints } = await openAs(browserContext, admin, '/schedules')

    await page.getByRole('link', { name: 'Count me' }).click()
    await page.getByLabel('Cron').fill('30 2 * * 1-5')
    await page.getByLabel('Time zone').fill('Europe/Berlin')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The schedule is saved.').waitFor()

    const { cron, timeZone } = await Schedule.findOrFail(id)
    assert.deepEqual({ cron, timeZone }, { cron: '30 2 * * 1-5', timeZone: 'Europe/Berlin' })
    assert.include(await page.locator('main').innerText(), 'Monday through Friday')
    assert.deepEqual(complaints, [])
  })

  test('a cron that cannot be is refused in words and stays to be mended', async ({
    browserContext,
    assert,
  }) => {
    const { id, cron } = await makeSchedule()
    const { page } = await openAs(browserContext, await personOf('admin'), `/schedules/${id}`)

    await page.getByLabel('Cron').fill('61 * * * *')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').waitFor()

    assert.include(await page.getByRole('alert').innerText(), '"61 * * * *" is no cron')
    assert.equal(await page.getByLabel('Cron').inputValue(), '61 * * * *')
    assert.equal((await Schedule.findOrFail(id)).cron, cron)
  })

  test('an operator runs one now and reads what it did', async ({ browserContext, assert }) => {
    const { id } = await makeSchedule()
    const { page } = await openAs(browserContext, await personOf('operator'), `/schedules/${id}`)

    await page.getByRole('button', { name: 'Run now' }).click()
    await page.getByText('It was started.').waitFor()

    const firing = await Firing.findByOrFail('schedule_id', id)
    assert.isTrue(firing.isManual)
    assert.include(await page.locator('#firings').innerText(), firing.result!)
    assert.equal(await page.getByRole('button', { name: 'Save' }).count(), 0)
  })

  test('an administrator makes one, reads its due times while typing, and sees it fire', async ({
    browserContext,
    assert,
  }) => {
    const { page, complaints } = await openAs(browserContext, await personOf('admin'), '/schedules')

    await page.getByRole('link', { name: 'New schedule' }).click()
    await page.getByRole('link', { name: 'Report' }).click()
    await page.getByLabel('Name').fill('By the second')
    await page.getByLabel('Cron').fill('30 2 * * 1')
    await page.getByText('At 02:30, only on Monday').waitFor()
    await page.getByLabel('Cron').fill('* * * * * *')
    await page.getByText('Every second').waitFor()
    await page.getByRole('button', { name: 'Make it' }).click()
    await page.getByText('The schedule is made, and on.').waitFor()

    const stops = new AbortController()
    const scheduler = (await app.container.make(Scheduler)).run(stops.signal)
    await page.locator('#firings').getByText('0 jobs completed').first().waitFor()
    await page.getByText('No scheduler is running.').waitFor({ state: 'detached' })
    stops.abort()
    await scheduler

    const done = page.locator('#firings li', { hasText: '0 jobs completed' })
    await done.locator('a.main').first().click()
    await page.getByRole('heading', { name: 'What it did' }).waitFor()
    assert.include(await page.locator('main').innerText(), '0 originals')
    assert.deepEqual(complaints, [])
  })
})

import { test } from '@japa/runner'
import Firing from '#scheduling/firing'
import Schedule from '#scheduling/schedule'
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
})

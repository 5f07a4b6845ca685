import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import Firing from '#scheduling/firing'
import Schedule from '#scheduling/schedule'
import type User from '#accounts/user'
import { ACTION_NAMES } from '#scheduling/catalogue'
import { beatScheduler } from '#scheduling/scheduler_registry'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { personOf } from '#tests/helpers/people'

test.group('Schedules in the console', (group) => {
  let admin: User
  group.each.setup(async () => {
    await cleanDatabase()
    admin = await personOf('admin')
  })

  test('every action has a form of its own', async ({ client, assert }) => {
    for (const action of ACTION_NAMES) {
      const page = await client.get(`/schedules/new?action=${action}`).loginAs(admin)
      assert.equal(page.status(), 200, action)
      assert.include(page.text(), `name="action" value="${action}"`)
    }
  })

  test('causes that no job ends with are offered only where they are chosen already', async ({
    client,
    assert,
  }) => {
    const offered = async (query: string) => {
      const page = await client
        .get(`/schedules/new?action=retry_failed_jobs${query}`)
        .loginAs(admin)
      return [...page.text().matchAll(/causes\]\[\]" value="(\w+)"/g)].map(([, cause]) => cause)
    }

    assert.includeMembers(await offered(''), ['DISK_FULL', 'INPUT_DAMAGED', 'WORKER_LOST'])
    assert.notInclude(await offered(''), 'INPUT_IS_IMAGE')
    assert.include(await offered('&parameters[causes][]=INPUT_IS_IMAGE'), 'INPUT_IS_IMAGE')
  })

  test('the form tells due times in the schedule’s zone, and what would start', async ({
    client,
    assert,
  }) => {
    const query =
      'action=start_batch&cron=30+2+*+*+*&time_zone=Asia/Tokyo&parameters[status]=pending&parameters[preset]=low'

    const page = await client.get(`/schedules/new?${query}`).loginAs(admin)

    assert.include(page.text(), 'At 02:30')
    assert.equal(page.text().match(/, 02:30<\/span>/g)?.length, 10)
    assert.include(page.text(), '0 jobs would start now.')
  })

  test('where clocks change on the way each due time tells its distance to UTC', async ({
    client,
    assert,
  }) => {
    const query = 'action=report&cron=0+12+1+*+*&time_zone=Europe/Berlin'

    const page = await client.get(`/schedules/new?${query}`).loginAs(admin)

    assert.match(page.text(), /1 Jan[^<]*, 12:00 UTC\+1</)
    assert.match(page.text(), /1 Jul[^<]*, 12:00 UTC\+2</)
  })

  test('a refusal keeps what was typed', async ({ client, assert }) => {
    const typed = {
      ...{ action: 'report', name: '<b>Mine</b>', cron: 'at noon', time_zone: 'UTC' },
      ...{ missed_policy: 'skip', parameters: { hours: '12' } },
    }

    const page = await client.post('/schedules').form(typed).loginAs(admin).withCsrfToken()

    assert.include(page.text(), '&quot;at noon&quot; is no cron')
    assert.include(page.text(), 'value="&lt;b&gt;Mine&lt;/b&gt;"')
    assert.match(page.text(), /name="parameters\[hours\]" value="12"/)
    assert.isEmpty(await Schedule.all())
  })

  test('a report is shown with what it counted', async ({ client, assert }) => {
    const schedule = await makeSchedule({ action: 'report', parameters: { hours: 24 } })
    await client.post(`/schedules/${schedule.id}/firings`).loginAs(admin).withCsrfToken()
    const firing = await Firing.firstOrFail()

    const page = await client.get(`/schedules/${schedule.id}/firings/${firing.id}`).loginAs(admin)
    const elsewhere = await client.get(`/schedules/999/firings/${firing.id}`).loginAs(admin)

    page.assertStatus(200)
    assert.include(page.text(), '0 originals')
    elsewhere.assertStatus(404)
  })

  test('the history is paged and escapes what it tells', async ({ client, assert }) => {
    const { id } = await makeSchedule()
    const of = { scheduleId: id, status: 'completed' as const, result: '<script>alert(1)</script>' }
    await Firing.createMany(
      Array.from({ length: 25 }, (_one, at) => ({
        ...of,
        dueAt: DateTime.now().minus({ hours: at }),
      }))
    )

    const page = await client.get(`/schedules/${id}?page=2`).loginAs(admin)

    assert.include(page.text(), 'page 2 of 2')
    assert.notInclude(page.text(), '<script>alert(1)')
  })

  test('overview and schedules warn while nobody keeps time', async ({ client, assert }) => {
    await makeSchedule()
    const pages = async () =>
      Promise.all(['/', '/schedules'].map((path) => client.get(path).loginAs(admin)))

    const before = await pages()
    await beatScheduler('one')
    const after = await pages()

    for (const page of before) assert.include(page.text(), 'No scheduler is running.')
    for (const page of after) assert.notInclude(page.text(), 'No scheduler is running.')
  })

  test('an administrator adds a work window and removes it', async ({ client, assert }) => {
    const form = {
      ...{ lane: 'encode', days: ['1', '2'], from: '22:00', to: '06:00' },
      ...{ time_zone: 'Europe/Berlin', at_end: 'freeze' },
    }
    const operator = await personOf('operator')

    const refused = await client.post('/lanes/windows').form(form).loginAs(operator).withCsrfToken()
    const page = await client.post('/lanes/windows').form(form).loginAs(admin).withCsrfToken()
    const [{ id }] = await db.from('work_windows')
    await client.post(`/lanes/windows/${id}?_method=DELETE`).loginAs(admin).withCsrfToken()

    refused.assertStatus(403)
    assert.include(page.text(), 'Mon, Tue 22:00–06:00 Europe/Berlin')
    assert.isEmpty(await db.from('work_windows'))
  })
})

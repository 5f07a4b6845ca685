import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Schedule from '#scheduling/schedule'
import { beatScheduler } from '#scheduling/scheduler_registry'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { until } from '#tests/helpers/until'

const SCHEDULES = '/api/v1/schedules'
const WINDOWS = '/api/v1/queue/windows'

const wanted = {
  name: 'Night shift',
  action: 'start_batch',
  parameters: { status: 'pending', preset: 'medium', max_videos: 5 },
  cron: '0 1 * * *',
  time_zone: 'Europe/Berlin',
  missed_policy: 'skip',
}

test.group('Schedules on the API', (group) => {
  let admin: string

  group.each.setup(async () => {
    await cleanDatabase()
    admin = await tokenOf('admin')
  })

  test('are made, read, changed and deleted', async ({ client, assert }) => {
    const made = await client.post(SCHEDULES).bearerToken(admin).json(wanted)
    const path = made.header('location')!
    const changed = await client.patch(path).bearerToken(admin).json({ is_enabled: false })
    const read = await client.get(path).bearerToken(await tokenOf('viewer'))
    const deleted = await client.delete(path).bearerToken(admin)

    made.assertStatus(201)
    assert.containsSubset(made.body(), { ...wanted, is_enabled: true, last_firing: null })
    assert.match(made.body().next_due_at, /T0[01]:00:00.000Z|T23:00:00.000Z/)
    assert.containsSubset(changed.body(), {
      is_enabled: false,
      next_due_at: null,
      cron: wanted.cron,
    })
    assert.deepEqual(read.body(), changed.body())
    deleted.assertStatus(204)
    assert.isEmpty(await Schedule.all())
    const actions = await db.from('audit').where('subject_type', 'schedule').orderBy('id')
    assert.deepEqual(
      actions.map(({ action }) => action),
      ['schedule.created', 'schedule.edited', 'schedule.deleted']
    )
  })

  test('an operator runs one and reads what it did', async ({ client, assert }) => {
    await makeVideo()
    const { id } = await makeSchedule()
    const operator = await tokenOf('operator')

    const ran = await client.post(`${SCHEDULES}/${id}/firings`).bearerToken(operator)
    const firing = await client.get(ran.header('location')!).bearerToken(operator)
    const firings = await client.get(`${SCHEDULES}/${id}/firings`).bearerToken(operator)

    ran.assertStatus(202)
    assert.containsSubset(firing.body(), { status: 'completed', is_manual: true })
    assert.isNumber(firing.body().details.batch_id)
    assert.equal(firings.body().meta.total, 1)
  })

  test('what cannot be is refused, naming it', async ({ client, assert }) => {
    const refusal = async (change: object) => {
      const answer = await client
        .post(SCHEDULES)
        .bearerToken(admin)
        .json({ ...wanted, ...change })
      return [answer.status(), JSON.stringify(answer.body())] as const
    }
    const refused = [
      [{ cron: 'at noon' }, 'is no cron'],
      [{ time_zone: 'Mars/Phobos' }, 'Mars/Phobos'],
      [{ parameters: { status: 'pending', preset: 'cinema' } }, 'There is no preset'],
      [
        { action: 'import_folder', parameters: { path: '/etc', afterwards: 'leave', settle_s: 5 } },
        '/etc',
      ],
      [{ action: 'brew_tea' }, 'action'],
      [{ name: '17' }, '17'],
    ] as const

    for (const [change, words] of refused) {
      const [status, body] = await refusal(change)
      assert.equal(status, 422, JSON.stringify(change))
      assert.include(body, words)
    }
    await makeSchedule({ name: wanted.name })
    assert.equal((await refusal({}))[0], 409)
  })

  test('only an administrator says what happens when', async ({ client }) => {
    const { id } = await makeSchedule()
    const operator = await tokenOf('operator')
    const viewer = await tokenOf('viewer')

    const tries = await Promise.all([
      client.post(SCHEDULES).bearerToken(operator).json(wanted),
      client.patch(`${SCHEDULES}/${id}`).bearerToken(operator).json({ cron: '0 0 * * *' }),
      client.delete(`${SCHEDULES}/${id}`).bearerToken(operator),
      client.post(WINDOWS).bearerToken(operator).json({}),
      client.post(`${SCHEDULES}/${id}/firings`).bearerToken(viewer),
    ])

    for (const answer of tries) answer.assertStatus(403)
  })

  test('the queue warns while nobody keeps time', async ({ client, assert }) => {
    await makeSchedule()
    const before = await client.get('/api/v1/queue').bearerToken(admin)
    await beatScheduler('one')
    const after = await client.get('/api/v1/queue').bearerToken(admin)

    assert.include(before.body().schedulers.warning, './ace schedule')
    assert.isNull(after.body().schedulers.warning)
    assert.lengthOf(after.body().schedulers.alive, 1)
  })

  test('so does the health, which stays ready', async ({ client, assert }) => {
    const says = async (status: string) => {
      const answer = await client.get('/health/ready')
      return answer.status() === 200 && answer.body().checks.schedulers.status === status
    }
    await makeSchedule()
    await until(() => says('warning'))
    await beatScheduler('one')
    await until(() => says('ok'))

    const { schedulers } = (await client.get('/health/ready')).body()
    assert.deepEqual(schedulers, { alive: 1, enabled_schedules: 1, is_missing: false })
  })

  test('work windows are added, turned off and removed', async ({ client, assert }) => {
    const window = {
      ...{ lane: 'encode', days: [1, 2, 3, 4, 5], from: '22:00', to: '06:00' },
      ...{ time_zone: 'Europe/Berlin', at_end: 'freeze' },
    }

    const added = await client.post(WINDOWS).bearerToken(admin).json(window)
    const path = `${WINDOWS}/${added.body().id}`
    const off = await client.patch(path).bearerToken(admin).json({ is_enabled: false })
    const wrong = await client
      .patch(path)
      .bearerToken(admin)
      .json({ ...window, from: '25:00' })
    const removed = await client.delete(path).bearerToken(admin)

    added.assertStatus(201)
    assert.containsSubset(added.body(), { ...window, is_enabled: true })
    assert.containsSubset(off.body(), { ...window, is_enabled: false })
    wrong.assertStatus(422)
    removed.assertStatus(204)
  })
})

import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { operatorAtTerminal } from '#accounts/actor'
import { deleteSchedule } from '#scheduling/delete_schedule'
import EditSchedule from '#scheduling/edit_schedule'
import Schedule from '#scheduling/schedule'
import SeedSchedules from '#scheduling/seed_schedules'
import { InvalidCron, InvalidParameters, InvalidTimeZone } from '#scheduling/errors'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'

const now = new Date('2026-05-01T12:00:00Z')
const by = operatorAtTerminal()
const editSchedule = new EditSchedule()

test.group('EditSchedule', (group) => {
  group.each.setup(() => cleanDatabase())

  test('computes the next due time in the schedule’s own zone', async ({ assert }) => {
    const schedule = await makeSchedule()

    await editSchedule.handle({ schedule, cron: '0 3 * * *', timeZone: 'Europe/Berlin', by, now })

    assert.equal(schedule.nextDueAt!.toUTC().toISO(), '2026-05-02T01:00:00.000Z')
    assert.equal(schedule.cron, '0 3 * * *')
  })

  test('has no next due time while it is disabled', async ({ assert }) => {
    const schedule = await makeSchedule()

    await editSchedule.handle({ schedule, isEnabled: false, by, now })
    const whileDisabled = schedule.nextDueAt
    await editSchedule.handle({ schedule, isEnabled: true, by, now })

    assert.isNull(whileDisabled)
    assert.equal(schedule.nextDueAt!.toUTC().toISO(), '2027-01-01T00:00:00.000Z')
  })

  test('says who changed what', async ({ assert }) => {
    const schedule = await makeSchedule()

    await editSchedule.handle({ schedule, cron: '0 3 * * *', by, now })

    const entry = await db.from('audit').where('action', 'schedule.edited').firstOrFail()
    assert.equal(entry.subject_id, String(schedule.id))
    assert.deepEqual(entry.details, { name: 'Count me', cron: '0 3 * * *' })
  })

  test('changes nothing where one part is wrong', async ({ assert }) => {
    const schedule = await makeSchedule()
    const edit = (change: object) =>
      editSchedule.handle({ schedule, isEnabled: false, ...change, by, now })

    await assert.rejects(() => edit({ cron: '99 * * * *' }), InvalidCron)
    await assert.rejects(() => edit({ timeZone: 'Mars/Phobos' }), InvalidTimeZone)
    await assert.rejects(() => edit({ parameters: { status: 'lost' } }), InvalidParameters)

    await schedule.refresh()
    assert.isTrue(schedule.isEnabled)
    assert.equal(schedule.cron, '0 0 1 1 *')
    assert.isNull(await db.from('audit').where('action', 'schedule.edited').first())
  })

  test('takes numbers that a form sends as text', async ({ assert }) => {
    const schedule = await makeSchedule()
    const parameters = { status: 'failed', preset: 'low', maxVideos: '7' }

    await editSchedule.handle({ schedule, parameters, by, now })

    assert.deepEqual(schedule.parameters, { status: 'failed', preset: 'low', maxVideos: 7 })
  })
})

test.group('SeedSchedules', (group) => {
  group.each.setup(() => cleanDatabase())

  test('adds what is missing and keeps what was changed', async ({ assert }) => {
    await new SeedSchedules().handle(now)
    const clean = await Schedule.findByOrFail('name', 'Clean scratch')
    await editSchedule.handle({ schedule: clean, cron: '30 4 * * *', by, now })
    await Schedule.query().where('name', 'Retry transient failures').delete()

    await new SeedSchedules().handle(now)

    const schedules = await Schedule.query().orderBy('name')
    const shown = schedules.map(({ name, cron, nextDueAt }) => [
      name,
      cron,
      nextDueAt?.toUTC().toISO(),
    ])
    assert.deepEqual(shown, [
      ['Clean scratch', '30 4 * * *', '2026-05-02T04:30:00.000Z'],
      ['Daily report', '0 6 * * *', '2026-05-02T06:00:00.000Z'],
      ['Nightly: process pending videos', '0 1 * * *', undefined],
      ['Retention', '0 4 * * *', undefined],
      ['Retry transient failures', '*/10 * * * *', '2026-05-01T12:10:00.000Z'],
      ['Verify stored files', '30 3 * * *', '2026-05-02T03:30:00.000Z'],
    ])
  })

  test('what an administrator deleted does not come back', async ({ assert }) => {
    await new SeedSchedules().handle(now)
    const schedule = await Schedule.findByOrFail('name', 'Daily report')
    await deleteSchedule({ schedule, by })

    await new SeedSchedules().handle(now)

    assert.isNull(await Schedule.findBy('name', 'Daily report'))
  })
})

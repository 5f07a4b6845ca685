import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Firing from '#scheduling/firing'
import FireDueSchedules from '#scheduling/fire_due_schedules'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'

const fireDueSchedules = new FireDueSchedules()
const ago = (duration: object) => DateTime.now().minus(duration).startOf('second')

test.group('FireDueSchedules', (group) => {
  group.each.setup(() => cleanDatabase())

  test('makes a firing for what is due and says when it is due next', async ({ assert }) => {
    const dueAt = ago({ seconds: 5 })
    const schedule = await makeSchedule({ cron: '0 0 * * *', nextDueAt: dueAt })

    const made = await fireDueSchedules.handle()

    const firing = await Firing.findByOrFail('schedule_id', schedule.id)
    await schedule.refresh()
    assert.equal(made, 1)
    assert.equal(firing.dueAt.toMillis(), dueAt.toMillis())
    assert.equal(firing.status, 'pending')
    assert.isFalse(firing.isManual)
    assert.equal(schedule.nextDueAt!.toUTC().toFormat('HH:mm:ss'), '00:00:00')
    assert.isAbove(schedule.nextDueAt!.toMillis(), Date.now())
  })

  test('fires once though three schedulers tick at once', async ({ assert }) => {
    const due = { cron: '0 0 * * *', nextDueAt: ago({ seconds: 1 }) }
    for (const name of ['one', 'two', 'three', 'four']) await makeSchedule({ ...due, name })

    const made = await Promise.all([1, 2, 3].map(() => new FireDueSchedules().handle()))

    const firings = await Firing.all()
    assert.equal(made[0] + made[1] + made[2], 4)
    assert.lengthOf(firings, 4)
  })

  test('fires once after downtime, as the last due time that was missed', async ({ assert }) => {
    const missed = ago({ days: 3 })
    const schedule = await makeSchedule({ cron: '*/10 * * * *', nextDueAt: missed })

    await fireDueSchedules.handle()

    const [firing, ...others] = await Firing.all()
    await schedule.refresh()
    const tenMinutesMs = 600_000
    assert.isEmpty(others)
    assert.equal(firing.dueAt.toMillis() % tenMinutesMs, 0)
    assert.isBelow(Date.now() - firing.dueAt.toMillis(), tenMinutesMs)
    assert.equal(schedule.nextDueAt!.diff(firing.dueAt).toMillis(), tenMinutesMs)
  })

  test('leaves alone what is disabled or not yet due', async ({ assert }) => {
    await makeSchedule({ name: 'disabled', isEnabled: false, nextDueAt: ago({ hours: 1 }) })
    await makeSchedule({ name: 'later', nextDueAt: DateTime.now().plus({ hours: 1 }) })

    assert.equal(await fireDueSchedules.handle(), 0)
    assert.isEmpty(await Firing.all())
  })

  test('a cron spoilt by hand does not hold up the others', async ({ assert }) => {
    const spoilt = await makeSchedule({ name: 'bad', cron: 'soon', nextDueAt: ago({ hours: 1 }) })
    await makeSchedule({ name: 'good', nextDueAt: ago({ seconds: 1 }) })

    await fireDueSchedules.handle()

    await spoilt.refresh()
    assert.lengthOf(await Firing.all(), 2)
    assert.isNull(spoilt.nextDueAt)
  })
})

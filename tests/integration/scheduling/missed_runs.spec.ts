import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Firing from '#scheduling/firing'
import FireDueSchedules from '#scheduling/fire_due_schedules'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import type { MissedPolicy } from '#scheduling/missed_policy'

const NOON = DateTime.fromISO('2030-05-01T12:00:00Z')
const fireDueSchedules = new FireDueSchedules()

/** Every ten minutes since noon, in a year to come: the clock is the test's. */
async function fireAt(missedPolicy: MissedPolicy, now: DateTime) {
  const schedule = await makeSchedule({ cron: '*/10 * * * *', nextDueAt: NOON, missedPolicy })
  await fireDueSchedules.handle(now.toJSDate())
  await schedule.refresh()
  const firings = await Firing.query().orderBy('due_at')
  const minutes = firings.map(({ dueAt, status }) => [dueAt.diff(NOON).as('minutes'), status])
  return { schedule, firings, minutes }
}

test.group('FireDueSchedules, after a time without scheduler', (group) => {
  group.each.setup(() => cleanDatabase())

  test('skip: keeps that they were skipped, and fires what is on time', async ({ assert }) => {
    const { firings, minutes, schedule } = await fireAt(
      'skip',
      NOON.plus({ minutes: 30, seconds: 20 })
    )

    assert.deepEqual(minutes, [
      [20, 'skipped'],
      [30, 'pending'],
    ])
    assert.include(firings[0].note!, '3 due times')
    assert.isNotNull(firings[0].finishedAt)
    assert.equal(schedule.nextDueAt!.diff(NOON).as('minutes'), 40)
  })

  test('once: the last of them fires, and says for how many', async ({ assert }) => {
    const { firings, minutes } = await fireAt('once', NOON.plus({ minutes: 35 }))

    assert.deepEqual(minutes, [[30, 'pending']])
    assert.include(firings[0].note!, '4 due times')
  })

  test('all: each fires, a hundred at most', async ({ assert }) => {
    const { firings, minutes } = await fireAt('all', NOON.plus({ days: 2 }))

    assert.lengthOf(firings, 100)
    assert.deepEqual(minutes.at(-1), [2880, 'pending'])
    assert.include(firings[0].note!, 'no more than 100')
  })

  test('by every policy, what is seen within a minute fires as if nothing had been', async ({
    assert,
  }) => {
    for (const policy of ['skip', 'once', 'all'] as const) {
      await cleanDatabase()
      const { firings, minutes } = await fireAt(policy, NOON.plus({ seconds: 59 }))
      assert.deepEqual(minutes, [[0, 'pending']])
      assert.isNull(firings[0].note)
    }
  })

  test('no line grows behind a firing that has waited for minutes', async ({ assert }) => {
    const schedule = await makeSchedule({ cron: '*/10 * * * *', nextDueAt: NOON })
    const created = { createdAt: NOON.minus({ minutes: 5 }) }
    await Firing.create({ scheduleId: schedule.id, dueAt: NOON.minus({ minutes: 10 }), ...created })

    await fireDueSchedules.handle(NOON.toJSDate())

    const latest = await Firing.query().orderBy('due_at', 'desc').firstOrFail()
    assert.equal(latest.status, 'skipped')
    assert.include(latest.note!, 'an earlier firing still waits')
  })
})

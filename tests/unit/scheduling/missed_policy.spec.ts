import { test } from '@japa/runner'
import { planFirings, type MissedPolicy } from '#scheduling/missed_policy'

const EVERY_TEN_MINUTES = '*/10 * * * *'

/** Since noon on, of a schedule of every ten minutes. */
function plan(missedPolicy: MissedPolicy, now: string, cron = EVERY_TEN_MINUTES) {
  const nextDueAt = new Date('2026-05-01T12:00:00Z')
  const due = { cron, timeZone: 'UTC', missedPolicy, nextDueAt }
  return planFirings(due, new Date(now)).map(({ dueAt, status, note }) => ({
    at: dueAt.toISOString().slice(11, 19),
    status,
    note,
  }))
}

test.group('planFirings', () => {
  test('what is less than a minute late is on time by every policy', ({ assert }) => {
    for (const policy of ['skip', 'once', 'all'] as const) {
      assert.deepEqual(plan(policy, '2026-05-01T12:00:59Z'), [
        { at: '12:00:00', status: 'pending', note: null },
      ])
    }
  })

  test('once: the last one fires for all', ({ assert }) => {
    assert.deepEqual(plan('once', '2026-05-01T12:35:00Z'), [
      {
        at: '12:30:00',
        status: 'pending',
        note: 'Once for all: no scheduler ran at 4 due times since 2026-05-01T12:00:00Z.',
      },
    ])
  })

  test('skip: none of them fires, and what is on time does', ({ assert }) => {
    const note = 'Skipped: no scheduler ran at 3 due times since 2026-05-01T12:00:00Z.'
    assert.deepEqual(plan('skip', '2026-05-01T12:30:20Z'), [
      { at: '12:20:00', status: 'skipped', note },
      { at: '12:30:00', status: 'pending', note: null },
    ])
  })

  test('all: each fires, the oldest first', ({ assert }) => {
    const firings = plan('all', '2026-05-01T12:30:20Z')

    const times = firings.map(({ at }) => at)
    assert.deepEqual(times, ['12:00:00', '12:10:00', '12:20:00', '12:30:00'])
    assert.isTrue(firings.every(({ status }) => status === 'pending'))
    assert.deepEqual(
      firings.map(({ note }) => note !== null),
      [true, true, true, false]
    )
  })

  test('all: no more than a hundred, and it says so', ({ assert }) => {
    const firings = plan('all', '2026-05-03T12:00:00Z')

    assert.lengthOf(firings, 100)
    assert.equal(firings.at(-1)!.at, '12:00:00')
    assert.include(firings[0].note!, 'no more than 100')
  })

  test('a year of seconds is dealt with at once', ({ assert }) => {
    const [skipped] = plan('skip', '2027-05-01T12:00:00Z', '* * * * * *')

    assert.equal(skipped.at, '11:59:00')
    assert.include(skipped.note!, 'more than 100 due times')
    assert.lengthOf(plan('all', '2027-05-01T12:00:00Z', '* * * * * *'), 100)
  })
})

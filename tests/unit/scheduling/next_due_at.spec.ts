import { test } from '@japa/runner'
import { latestDueAt, nextDueAt, nextDueTimes } from '#scheduling/next_due_at'
import { InvalidCron, InvalidTimeZone } from '#scheduling/errors'

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'

function due(cron: string, timeZone: string, after: string, count = 1): string[] {
  const times = nextDueTimes(cron, timeZone, new Date(after), count)
  return times.map((time) => time.toISOString().replace('.000Z', 'Z'))
}

function escape(text: string) {
  return text.replace(/[*?.]/g, '\\$&')
}

test.group('nextDueAt', () => {
  test('is later than the given time, never the same', ({ assert }) => {
    assert.deepEqual(due('0 12 * * *', 'UTC', '2026-05-01T12:00:00Z'), ['2026-05-02T12:00:00Z'])
    assert.deepEqual(due('0 12 * * *', 'UTC', '2026-05-01T11:59:59.999Z'), ['2026-05-01T12:00:00Z'])
  })

  test('reads the cron in the time zone', ({ assert }) => {
    assert.deepEqual(due('0 1 * * *', BERLIN, '2026-07-01T00:00:00Z'), ['2026-07-01T23:00:00Z'])
    assert.deepEqual(due('0 1 * * *', 'Asia/Kolkata', '2026-07-01T00:00:00Z'), [
      '2026-07-01T19:30:00Z',
    ])
  })

  test('takes six fields, seconds first', ({ assert }) => {
    assert.deepEqual(due('*/20 * * * * *', BERLIN, '2026-05-01T12:00:05Z', 3), [
      '2026-05-01T12:00:20Z',
      '2026-05-01T12:00:40Z',
      '2026-05-01T12:01:00Z',
    ])
  })

  test('takes day of month or day of week, as cron does', ({ assert }) => {
    assert.deepEqual(due('0 0 13 * 5', 'UTC', '2026-01-01T00:00:00Z', 3), [
      '2026-01-02T00:00:00Z',
      '2026-01-09T00:00:00Z',
      '2026-01-13T00:00:00Z',
    ])
  })

  test('waits for the leap day', ({ assert }) => {
    assert.deepEqual(due('0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', 2), [
      '2028-02-29T00:00:00Z',
      '2032-02-29T00:00:00Z',
    ])
  })

  test('knows that Sunday is both 0 and 7', ({ assert }) => {
    const after = '2026-01-01T00:00:00Z'
    assert.deepEqual(due('0 0 * * 0', 'UTC', after, 3), due('0 0 * * 7', 'UTC', after, 3))
  })
})

test.group('nextDueAt where clocks go forward', () => {
  test('fires a time that is jumped over at the jump, once', ({ assert }) => {
    assert.deepEqual(due('30 2 * * *', BERLIN, '2026-03-28T00:00:00Z', 3), [
      '2026-03-28T01:30:00Z',
      '2026-03-29T01:00:00Z',
      '2026-03-30T00:30:00Z',
    ])
    assert.deepEqual(due('30 2 * * *', NEW_YORK, '2026-03-07T08:00:00Z', 2), [
      '2026-03-08T07:00:00Z',
      '2026-03-09T06:30:00Z',
    ])
  })

  test('does not lose a day whose midnight is jumped over', ({ assert }) => {
    assert.deepEqual(due('0 0 * * *', 'Asia/Beirut', '2026-03-27T22:00:00Z', 2), [
      '2026-03-28T22:00:00Z',
      '2026-03-29T21:00:00Z',
    ])
  })

  test('makes one firing of several times that the jump swallows', ({ assert }) => {
    assert.deepEqual(due('*/20 1-3 * * *', BERLIN, '2026-03-29T00:30:00Z', 4), [
      '2026-03-29T00:40:00Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T01:20:00Z',
      '2026-03-29T01:40:00Z',
    ])
  })

  test('goes on by real time with every hour', ({ assert }) => {
    assert.deepEqual(due('*/30 * * * *', BERLIN, '2026-03-29T00:00:00Z', 4), [
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T01:30:00Z',
      '2026-03-29T02:00:00Z',
    ])
    assert.deepEqual(due('15 * * * *', NEW_YORK, '2026-03-08T06:00:00Z', 3), [
      '2026-03-08T06:15:00Z',
      '2026-03-08T07:15:00Z',
      '2026-03-08T08:15:00Z',
    ])
  })
})

test.group('nextDueAt where clocks go back', () => {
  test('fires a time that is shown twice the first time only', ({ assert }) => {
    assert.deepEqual(due('30 2 * * *', BERLIN, '2026-10-24T12:00:00Z', 2), [
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ])
    assert.deepEqual(due('30 1 * * *', NEW_YORK, '2026-10-31T12:00:00Z', 2), [
      '2026-11-01T05:30:00Z',
      '2026-11-02T06:30:00Z',
    ])
  })

  test('does not fire again when asked during the second showing', ({ assert }) => {
    assert.deepEqual(due('30 2 * * *', BERLIN, '2026-10-25T01:15:00Z'), ['2026-10-26T01:30:00Z'])
  })

  test('leaves no hole with every hour', ({ assert }) => {
    assert.deepEqual(due('*/30 * * * *', BERLIN, '2026-10-24T23:30:00Z', 7), [
      '2026-10-25T00:00:00Z',
      '2026-10-25T00:30:00Z',
      '2026-10-25T01:00:00Z',
      '2026-10-25T01:30:00Z',
      '2026-10-25T02:00:00Z',
      '2026-10-25T02:30:00Z',
      '2026-10-25T03:00:00Z',
    ])
  })

  test('is right where clocks change by half an hour', ({ assert }) => {
    assert.deepEqual(due('*/10 * * * *', 'Australia/Lord_Howe', '2026-04-04T14:40:00Z', 4), [
      '2026-04-04T14:50:00Z',
      '2026-04-04T15:00:00Z',
      '2026-04-04T15:10:00Z',
      '2026-04-04T15:20:00Z',
    ])
  })

  test('rises through two years of changes and fires each day once', ({ assert }) => {
    for (const timeZone of [BERLIN, NEW_YORK, 'Asia/Beirut', 'Australia/Lord_Howe', 'UTC']) {
      const days = nextDueTimes('30 2 * * *', timeZone, new Date('2026-01-01T12:00:00Z'), 730)
      const gapsH = days.slice(1).map((day, at) => (day.getTime() - days[at].getTime()) / 3_600_000)
      assert.isAbove(Math.min(...gapsH), 22, timeZone)
      assert.isBelow(Math.max(...gapsH), 26, timeZone)
    }
  })
})

test.group('nextDueAt refuses', () => {
  const now = new Date('2026-05-01T00:00:00Z')

  test('what is no cron, naming it: {0}')
    .with([
      ['', '0 fields'],
      ['* * * *', '4 fields'],
      ['@daily', '1 field'],
      ['61 * * * *', '61'],
      ['* * * * * * *', '7 fields'],
      ['*/0 * * * *', '0'],
      ['0 0 31 2 *', 'day of month'],
      ['H * * * *', '"H"'],
      ['every day at five now', 'E'],
    ])
    .run(({ assert }, [cron, reason]) => {
      const refused = () => nextDueAt(cron, 'UTC', now)

      assert.throws(refused, InvalidCron)
      assert.throws(
        refused,
        new RegExp(`^"${escape(cron)}" .*${escape(reason)}.*Give five fields`, 'i')
      )
    })

  test('a time zone that is none', ({ assert }) => {
    assert.throws(() => nextDueAt('* * * * *', 'Mars/Phobos', now), InvalidTimeZone)
    assert.throws(() => nextDueAt('* * * * *', '', now), InvalidTimeZone)
  })

  test('nothing written with names', ({ assert }) => {
    assert.isNotNull(nextDueAt('0 9 * MAR THU', BERLIN, now))
  })
})

test.group('latestDueAt', () => {
  const span = (after: string, until: string) => ({
    after: new Date(after),
    until: new Date(until),
  })

  test('finds the last of many missed times', ({ assert }) => {
    const year = span('2025-05-01T00:00:00Z', '2026-05-01T00:00:30Z')
    assert.deepEqual(latestDueAt('* * * * *', BERLIN, year), new Date('2026-05-01T00:00:00Z'))
    assert.deepEqual(latestDueAt('0 0 1 1 *', 'UTC', year), new Date('2026-01-01T00:00:00Z'))
  })

  test('is null where none lies between', ({ assert }) => {
    const hour = span('2026-05-01T00:30:00Z', '2026-05-01T01:30:00Z')
    assert.isNull(latestDueAt('0 0 * * *', 'UTC', hour))
  })

  test('takes the end with it, not the beginning', ({ assert }) => {
    const day = span('2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z')
    assert.deepEqual(latestDueAt('0 0 * * *', 'UTC', day), new Date('2026-05-02T00:00:00Z'))
  })
})

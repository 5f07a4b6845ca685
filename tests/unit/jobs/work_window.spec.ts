import { test } from '@japa/runner'
import { isOpenAt, openingAt, type WorkWindow } from '#jobs/windows/work_window'

const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

function windowOf(from: string, to: string, of: Partial<WorkWindow> = {}): WorkWindow {
  return {
    days: [1, 2, 3, 4, 5, 6, 7],
    fromMinute: minute(from),
    toMinute: minute(to),
    timeZone: 'Europe/Berlin',
    atEnd: 'finish',
    ...of,
  }
}

/** 2026-11-20 is a Friday; Berlin is an hour ahead of UTC. */
const at = (time: string) => new Date(`2026-11-${time}:00Z`)

test.group('isOpenAt', () => {
  test('is open from its beginning until before its end, by the clock of its zone', ({
    assert,
  }) => {
    const window = windowOf('09:00', '17:00')

    const open = ['20T07:59', '20T08:00', '20T15:59', '20T16:00'].map((time) =>
      isOpenAt(window, at(time))
    )

    assert.deepEqual(open, [false, true, true, false])
  })

  test('one that ends no later than it begins reaches into the next day', ({ assert }) => {
    const friday = windowOf('22:00', '06:00', { days: [5] })

    const open = ['19T21:00', '20T20:59', '20T21:00', '21T04:59', '21T05:00', '21T21:00'].map(
      (time) => isOpenAt(friday, at(time))
    )

    assert.deepEqual(open, [false, false, true, true, false, false])
  })

  test('from and to alike is the whole day', ({ assert }) => {
    const saturday = windowOf('00:00', '00:00', { days: [6] })

    const open = ['20T22:59', '20T23:00', '21T22:59', '21T23:00'].map((time) =>
      isOpenAt(saturday, at(time))
    )

    assert.deepEqual(open, [false, true, true, false])
  })

  test('a beginning that clocks jump over is the moment of the jump', ({ assert }) => {
    const window = windowOf('02:30', '03:30')
    const jump = new Date('2026-03-29T01:00:00Z') // 02:00 becomes 03:00

    const open = [-1, 0, 29, 30].map((minutes) =>
      isOpenAt(window, new Date(jump.getTime() + minutes * 60_000))
    )

    assert.deepEqual(open, [false, true, true, false])
  })

  test('an end that clocks show twice closes it the first time, and for good', ({ assert }) => {
    const window = windowOf('22:00', '02:30')
    const first = new Date('2026-10-25T00:30:00Z') // 02:30, and an hour later 02:30 again

    const open = [-1, 0, 30, 59, 90].map((minutes) =>
      isOpenAt(window, new Date(first.getTime() + minutes * 60_000))
    )

    assert.deepEqual(open, [true, false, false, false, false])
  })
})

test.group('openingAt', () => {
  test('without windows it is open for good', ({ assert }) => {
    const { isOpen, until } = openingAt([], at('20T12:00'))

    assert.isTrue(isOpen)
    assert.isNull(until)
  })

  test('says until when, over windows that touch', ({ assert }) => {
    const windows = [windowOf('09:00', '12:00'), windowOf('12:00', '17:00', { days: [5] })]

    const opening = openingAt(windows, at('20T08:30'))

    assert.isTrue(opening.isOpen)
    assert.deepEqual(opening.until, at('20T16:00'))
  })

  test('while closed says when it opens, since when, and how it ended', ({ assert }) => {
    const windows = [windowOf('09:00', '17:00', { days: [5], atEnd: 'freeze' })]

    const opening = openingAt(windows, at('22T12:00'))

    assert.isFalse(opening.isOpen)
    assert.deepEqual(opening.until, at('27T08:00'))
    assert.deepEqual(opening.closedSince, at('20T16:00'))
    assert.equal(opening.atEnd, 'freeze')
  })
})

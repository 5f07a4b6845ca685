import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import { ordinal, outlook } from '#http/words/outlook'

const now = DateTime.fromISO('2026-11-21T12:00:00Z')
const eta = (fromS: number, toS: number) => ({
  from: now.plus({ seconds: fromS }),
  to: now.plus({ seconds: toS }),
})

test.group('What is promised of a job', () => {
  test('is told as "{said}"')
    .with([
      { said: 'About 3–5 min, 12th in line', forecast: { eta: eta(185, 290), position: 12 } },
      { said: 'About 20–35 s', forecast: { eta: eta(20.4, 34.2), position: null } },
      { said: 'A few seconds', forecast: { eta: eta(-4, 6), position: null } },
      { said: 'About 2–4 h, 1st in line', forecast: { eta: eta(7300, 12_000), position: 1 } },
      { said: '3rd in line', forecast: { eta: null, position: 3 } },
      {
        said: 'Waits for a worker with the tag gpu: none is alive, 3rd in line',
        forecast: {
          ...{ eta: null, position: 3 },
          waitsFor: 'Waits for a worker with the tag gpu: none is alive',
        },
      },
    ])
    .run(({ assert }, { said, forecast }) => {
      assert.equal(outlook(forecast, now), said)
    })

  test('is nothing where nothing is known', ({ assert }) => {
    assert.isNull(outlook({ eta: null, position: null }, now))
    assert.isNull(outlook(undefined, now))
  })

  test('counts in English', ({ assert }) => {
    assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map(ordinal), [
      ...['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '22nd', '101st', '111th'],
    ])
  })
})

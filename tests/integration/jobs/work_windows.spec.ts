import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type Job from '#jobs/job'
import StartJob from '#jobs/life/start_job'
import { claimNext } from '#jobs/lanes/claim_next'
import { registerWorker } from '#jobs/worker_registry'
import { laneSlots } from '#jobs/forecast/lane_slots'
import { laneStatus } from '#jobs/reports/lane_status'
import { removeWindow } from '#jobs/windows/change_windows'
import { WindowRefused } from '#jobs/windows/errors'
import { freezeLanes } from '#jobs/windows/freeze_lanes'
import { operatorAtTerminal } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { windowFrom } from '#tests/helpers/make_window'

const by = operatorAtTerminal()

async function startJob(): Promise<Job> {
  const startJobs = await app.container.make(StartJob)
  return startJobs.handle({ video: await makeVideo(), preset: 'medium', by })
}

const claim = () => claimNext('encode', 'a worker')

test.group('Work windows', (group) => {
  group.each.setup(() => cleanDatabase())

  test('no job is taken outside them, and the lane says until when', async ({ assert }) => {
    await registerWorker('a worker', { quick: 1, encode: 1 })
    await startJob()
    const before = await laneSlots()
    const closed = await windowFrom(60, 120)
    const [whole, , encode] = await laneStatus()

    assert.isNull(await claim())
    assert.deepEqual([before.encode, (await laneSlots()).encode], [1, 0])
    assert.isNull(whole.window)
    assert.isFalse(encode.window!.isOpen)
    assert.approximately(encode.window!.until!.getTime() - Date.now(), 3_600_000, 61_000)

    await removeWindow({ window: closed, by })
    assert.isNotNull(await claim())
  })

  test('within one of them jobs are taken, unless the whole queue is closed', async ({
    assert,
  }) => {
    await startJob()
    await windowFrom(60, 120)
    await windowFrom(-60, 60)
    const whole = await windowFrom(60, 120, { lane: 'all' })

    assert.isNull(await claim())
    await removeWindow({ window: whole, by })
    assert.isNotNull(await claim())
  })

  test('at the end running jobs stand still where it says so, and go on when it opens', async ({
    assert,
  }) => {
    const job = await startJob()
    await claim()
    const closed = await windowFrom(-120, -60, { atEnd: 'freeze' })

    assert.equal(await freezeLanes(), 1)
    assert.equal(await freezeLanes(), 0)
    await job.refresh()
    assert.isNotNull(job.pauseRequestedAt)

    await removeWindow({ window: closed, by })
    assert.equal(await freezeLanes(), 1)
    await job.refresh()
    assert.isNull(job.pauseRequestedAt)
  })

  test('a job that somebody resumes by hand is not frozen again before the next end', async ({
    assert,
  }) => {
    const job = await startJob()
    await claim()
    await windowFrom(-120, -60, { atEnd: 'freeze' })
    await freezeLanes()
    const resumed = { pause_requested_at: null, pause_requested_by: null, paused_at: null }
    await db.from('jobs').where('id', job.id).update(resumed)

    assert.equal(await freezeLanes(), 0)
    const tomorrow = DateTime.utc().plus({ days: 1 }).toJSDate()
    assert.equal(await freezeLanes(tomorrow), 1)
  })

  test('with “finish” what runs goes on', async ({ assert }) => {
    await startJob()
    await claim()
    await windowFrom(-120, -60)

    assert.equal(await freezeLanes(), 0)
  })

  test('one that cannot be is refused in words', async ({ assert }) => {
    await assert.rejects(() => windowFrom(0, 60, { days: [] }), WindowRefused)
    await assert.rejects(() => windowFrom(0, 60, { timeZone: 'Mars/Phobos' }), WindowRefused)
    assert.isEmpty(await db.from('work_windows'))
  })
})

import db from '@adonisjs/lucid/services/db'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { test } from '@japa/runner'
import { ATTEMPT_ENDED, type AttemptEnded } from '#jobs/life/attempt_ended'
import { JOB_TAKEN, type JobTaken } from '#jobs/life/job_taken'
import ExpiredLeases from '#jobs/repair/kinds/expired_leases'
import app from '@adonisjs/core/services/app'
import { claimJob } from '#jobs/life/claim_job'
import { shareOut } from '#jobs/reports/line_lengths'
import { libraryFigures } from '#metrics/library_figures'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'

/** What is told on a channel until the test ends. */
function listenTo<T>(name: string, cleanup: (end: () => void) => void): T[] {
  const told: T[] = []
  const take = (message: unknown) => void told.push(message as T)
  subscribe(name, take)
  cleanup(() => void unsubscribe(name, take))
  return told
}

test.group('Figures of the library', (group) => {
  group.each.setup(() => cleanDatabase())

  test('say what waits, is held, runs, and whose lease ran out', async ({ assert }) => {
    const jobs = []
    for (let n = 0; n < 5; n += 1) jobs.push(await startJob(await makeVideo()))
    const [held, running, expired] = jobs
    await db.from('jobs').where('id', held.id).update({ is_held: true })
    await claimJob(running.id, 'a-worker')
    await claimJob(expired.id, 'another')
    await db.rawQuery(
      `update jobs set lease_expires_at = now() - interval '1 second' where id = ?`,
      [expired.id]
    )

    const { lines, openLanes, videos } = await libraryFigures()

    assert.deepEqual(lines, {
      waiting: { quick: 0, encode: 2 },
      held: 1,
      running: { quick: 0, encode: 2 },
      leases: { held: 1, expired: 1 },
    })
    assert.deepEqual(openLanes, { quick: true, encode: true })
    const counts = Object.fromEntries(videos.map(({ key, n }) => [key, n]))
    assert.deepEqual(counts, { queued: 3, processing: 2 })
  })

  test('say which lanes are shut', async ({ assert }) => {
    await db.from('lanes').where('name', 'encode').update({ paused_at: new Date(), paused_by: 'x' })
    assert.deepEqual((await libraryFigures()).openLanes, { quick: true, encode: false })

    await db.from('lanes').where('name', 'all').update({ paused_at: new Date(), paused_by: 'x' })
    assert.deepEqual((await libraryFigures()).openLanes, { quick: false, encode: false })
  })

  test('count a firing that nobody begins, and none that is not due', async ({ assert }) => {
    const due = await makeSchedule({ name: 'due' })
    await makeSchedule({ name: 'later' })
    await db.rawQuery(`update schedules set next_due_at = now() + interval '1 hour'`)
    assert.equal((await libraryFigures()).overdueFirings, 0)

    await db.rawQuery(`update schedules set next_due_at = now() - interval '1 hour' where id = ?`, [
      due.id,
    ])
    assert.equal((await libraryFigures()).overdueFirings, 1)
  })

  test('know a long line without counting it', ({ assert }) => {
    const most = 10_000
    assert.deepEqual(shareOut(1_000_000, { quick: 7, encode: most }), {
      waiting: { quick: 7, encode: 999_993 },
      held: 0,
    })
    assert.deepEqual(shareOut(50_000, { quick: most, encode: 3 }).waiting, {
      quick: 49_997,
      encode: 3,
    })
    assert.deepEqual(shareOut(12, { quick: 2, encode: 7 }), {
      waiting: { quick: 2, encode: 7 },
      held: 3,
    })
  })
})

test.group('What the domain tells whoever counts', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a job that was taken, with its lane, preset and how long it waited', async ({
    assert,
    cleanup,
  }) => {
    const job = await startJob(await makeVideo())
    const ago = `now() - interval '90 seconds'`
    await db.rawQuery(`update jobs set queued_at = ${ago}, due_at = ${ago} where id = ?`, [job.id])
    const told = listenTo<JobTaken>(JOB_TAKEN, cleanup)

    await claimJob(job.id, 'a-worker')

    assert.containsSubset(told, [{ lane: 'encode', preset: 'mobile' }])
    assert.closeTo(told[0].waitedS, 90, 20)
  })

  test('a job that was taken from a worker that vanished, once', async ({ assert, cleanup }) => {
    const job = await startJob(await makeVideo())
    await claimJob(job.id, 'gone')
    await db.rawQuery(`update jobs set lease_expires_at = now() - interval '1 second'`)
    const told = listenTo<AttemptEnded>(ATTEMPT_ENDED, cleanup)
    const repair = await app.container.make(ExpiredLeases)
    const [finding] = await repair.find()

    await repair.repair(finding)
    await repair.repair(finding)

    assert.lengthOf(told, 1)
    const facts = { outcome: 'lost', jobStatus: 'queued', preset: 'mobile', cause: 'WORKER_LOST' }
    assert.containsSubset(told[0], facts)
  })
})

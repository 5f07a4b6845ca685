import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Batch from '#jobs/batches/batch'
import Job from '#jobs/job'
import Firing from '#scheduling/firing'
import RunFiring, { waitingFirings } from '#scheduling/run_firing'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeSchedule } from '#tests/helpers/make_schedule'
import { makeVideo } from '#tests/helpers/make_video'
import type Schedule from '#scheduling/schedule'

async function firingOf(schedule: Schedule, of: Partial<Firing> = {}) {
  const firing = await Firing.create({ scheduleId: schedule.id, dueAt: DateTime.now(), ...of })
  return firing.refresh()
}

test.group('RunFiring', (group) => {
  let runFiring: RunFiring
  group.each.setup(async () => {
    await cleanDatabase()
    runFiring = await app.container.make(RunFiring)
  })

  test('does the action once however many try, and keeps what it did', async ({ assert }) => {
    await makeVideo()
    const firing = await firingOf(await makeSchedule())

    const ran = await Promise.all([1, 2, 3, 4].map(() => runFiring.handle(firing.id)))

    const [done] = ran.filter((one) => one !== null)
    const batches = await Batch.all()
    assert.lengthOf(
      ran.filter((one) => one !== null),
      1
    )
    assert.lengthOf(batches, 1)
    assert.lengthOf(await Job.all(), 1)
    assert.equal(done.status, 'completed')
    assert.equal(done.result, `Started batch ${batches[0].id} with 1 job.`)
    assert.isNotNull(done.finishedAt)
    assert.isEmpty(await waitingFirings())
  })

  test('begun a second time it has the batch of the first', async ({ assert }) => {
    await makeVideo()
    const firing = await firingOf(await makeSchedule())
    const first = await runFiring.handle(firing.id)
    await db.from('firings').update({ status: 'pending', result: null })

    const second = await runFiring.handle(firing.id)

    assert.equal(second!.result, first!.result)
    assert.lengthOf(await Batch.all(), 1)
  })

  test('where no video fits no batch is started', async ({ assert }) => {
    const firing = await firingOf(await makeSchedule())

    const ran = await runFiring.handle(firing.id)

    assert.equal(ran!.result, 'No video fitted: no batch was started.')
    assert.isEmpty(await Batch.all())
  })

  test('keeps why it failed', async ({ assert }) => {
    const parameters = { status: 'pending', preset: 'cinema', maxVideos: null }
    const firing = await firingOf(await makeSchedule({ parameters }))

    const ran = await runFiring.handle(firing.id)

    assert.equal(ran!.status, 'failed')
    assert.include(ran!.result!, 'There is no preset "cinema"')
  })

  test('takes up what a dead scheduler left running', async ({ assert }) => {
    const leaseExpiresAt = DateTime.now().minus({ seconds: 1 })
    const firing = await firingOf(await makeSchedule(), { status: 'running', leaseExpiresAt })

    assert.deepEqual(await waitingFirings(), [firing.id])
    const ran = await runFiring.handle(firing.id)

    assert.equal(ran!.status, 'completed')
  })

  test('leaves to a living scheduler what it runs', async ({ assert }) => {
    const leaseExpiresAt = DateTime.now().plus({ seconds: 20 })
    const firing = await firingOf(await makeSchedule(), { status: 'running', leaseExpiresAt })

    assert.isEmpty(await waitingFirings())
    assert.isNull(await runFiring.handle(firing.id))
  })
})

import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import StartJob from '#jobs/life/start_job'
import { claimNext } from '#jobs/lanes/claim_next'
import { resumeLane } from '#jobs/lanes/change_lane'
import { endAttempt, failAttempt } from '#jobs/life/end_attempt'
import { mediakeep } from '#accounts/actor'
import { moveJob } from '#jobs/life/move_job'
import { superviseLanes } from '#jobs/lanes/supervise_lanes'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'

const by = mediakeep('system')
const FULL = { cause: 'DISK_FULL', message: 'full', evidence: '' }

async function ask(count: number) {
  const start = await app.container.make(StartJob)
  for (let n = 0; n < count; n++) {
    await start.handle({ video: await makeVideo(), preset: 'mobile', by })
  }
}

const claim = () => claimNext('encode', 'w')

async function fillTheDisk() {
  await ask(10)
  for (let n = 0; n < 5; n++) await failAttempt((await claim())!, FULL)
  await superviseLanes()
}

const letItTry = () =>
  db
    .from('lanes')
    .where('name', 'encode')
    .update({ breaker_until: db.raw(`now() - interval '1 s'`) })
const lane = () => db.from('lanes').where('name', 'encode').firstOrFail()

test.group('A lane while the disk is full', (group) => {
  group.each.setup(() => cleanDatabase())
  group.each.teardown(() => resumeLane({ lane: 'encode', by }))

  test('begins nothing more, and says why', async ({ assert }) => {
    await fillTheDisk()

    assert.isNull(await claim())
    assert.equal((await lane()).breaker_cause, 'DISK_FULL')
    const [told] = await db.from('audit').where('action', 'lane.stopped')
    assert.equal(told.subject_id, 'encode')
  })

  test('lets one job through after a while, and goes on when it completes', async ({ assert }) => {
    await fillTheDisk()
    await letItTry()

    const lease = (await claim())!
    assert.exists(lease)
    assert.isNull(await claim(), 'one at a time')
    await db.transaction(async (trx) => {
      await moveJob(trx, { jobId: lease.jobId, from: 'running', to: 'completed' })
      await endAttempt(trx, lease, 'completed')
    })
    await superviseLanes()

    assert.isNull((await lane()).breaker_cause)
    assert.exists(await claim())
    assert.exists(await claim())
  })

  test('waits longer when that one fails too', async ({ assert }) => {
    await fillTheDisk()
    await letItTry()
    await failAttempt((await claim())!, FULL)
    await superviseLanes()

    const { breaker_trips: trips } = await lane()
    assert.equal(trips, 2)
    assert.isNull(await claim())
  })

  test('is stopped once by many that look at it at once', async ({ assert }) => {
    await ask(6)
    for (let n = 0; n < 5; n++) await failAttempt((await claim())!, FULL)

    const changes = await Promise.all(Array.from({ length: 6 }, () => superviseLanes()))

    assert.equal(
      changes.reduce((sum, changed) => sum + changed, 0),
      1
    )
    assert.lengthOf(await db.from('audit').where('action', 'lane.stopped'), 1)
  })

  test('goes on when somebody says so, and forgets the failures before', async ({ assert }) => {
    await fillTheDisk()
    await resumeLane({ lane: 'encode', by })
    await superviseLanes()
    assert.exists(await claim())
  })
})

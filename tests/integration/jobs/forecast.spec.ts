import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import StartBatch from '#jobs/batches/start_batch'
import StartJob from '#jobs/life/start_job'
import type Job from '#jobs/job'
import { claimNext } from '#jobs/lanes/claim_next'
import { forecastQueue } from '#jobs/forecast/forecast_jobs'
import { learnSpeed } from '#jobs/forecast/learn_speed'
import { findJob } from '#jobs/reports/find_job'
import { listJobs } from '#jobs/reports/list_jobs'
import { moveJob } from '#jobs/life/move_job'
import { laneSlots } from '#jobs/forecast/lane_slots'
import { registerWorker, tellIdle } from '#jobs/worker_registry'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'

const by = mediakeep('system')
const paused = { paused_at: new Date(), paused_by: 'somebody' }

async function ask(priority = 0): Promise<Job> {
  const start = await app.container.make(StartJob)
  const video = await makeVideo()
  await video.merge({ durationS: 100, width: 1280, height: 720 }).save()
  return start.handle({ video, preset: 'mobile', priority, by })
}

/** A job that was done in so many seconds. */
async function experience(seconds: number, workerId = 'host-a-1-abcdef') {
  const { id } = await ask(100)
  const lease = await claimNext('encode', workerId)
  const timings = JSON.stringify({ encode: seconds * 900, verify: seconds * 100 })
  await db.from('attempts').where('id', lease!.attemptId).update({ timings })
  await db.transaction(async (trx) => {
    await moveJob(trx, { jobId: id, from: 'running', to: 'completed' })
    const ended = { status: 'completed', finished_at: db.knexRawQuery('now()') }
    await trx.from('attempts').where('id', lease!.attemptId).update(ended)
  })
  await learnSpeed(id)
}

async function secondsUntil(id: string): Promise<{ from: number; to: number } | null> {
  const eta = (await findJob(id)).forecast!.eta
  return eta && { from: eta.from.diffNow('seconds').seconds, to: eta.to.diffNow('seconds').seconds }
}

async function middleOf(id: string): Promise<number> {
  const { from, to } = (await secondsUntil(id))!
  return (from + to) / 2
}

test.group('Speeds', (group) => {
  group.each.setup(async () => {
    await cleanDatabase()
  })

  test('are learnt for the machine, for any machine, for the work and for the lane', async ({
    assert,
  }) => {
    await experience(50)
    const rows = await db.from('speeds').orderBy('work').orderBy('host').orderBy('pixels')
    assert.lengthOf(rows, 4)
    for (const { mean } of rows) assert.closeTo(mean, 0.5, 1e-9)
    assert.sameMembers(
      rows.map(({ host }) => host),
      ['', '', '', 'host-a']
    )
  })

  test('follow what changes, the latest counting most, with the spread they had', async ({
    assert,
  }) => {
    for (let n = 0; n < 3; n++) await experience(50)
    for (let n = 0; n < 12; n++) await experience(100)
    const speed = await db.from('speeds').where('host', 'host-a').firstOrFail()
    assert.isAbove(speed.mean, 0.9)
    assert.isBelow(speed.mean, 1)
    assert.isAbove(speed.variance, 0)
    assert.equal(speed.samples, 15)
  })
})

test.group('Places and forecasts', (group) => {
  group.each.setup(async () => {
    await cleanDatabase()

    await registerWorker('host-a-1-abcdef', { encode: 2, quick: 3 })
  })
  group.each.teardown(() => cleanDatabase())

  test('are the order in which jobs are claimed', async ({ assert }) => {
    const plain = await ask()
    const low = await ask(-1)
    const high = await ask(1)
    const positions = await Promise.all(
      [high, plain, low].map(async ({ id }) => (await findJob(id)).forecast!.position)
    )
    assert.deepEqual(positions, [1, 2, 3])
  })

  test('promise nothing where nothing is known', async ({ assert }) => {
    const job = await ask()
    assert.isNull(await secondsUntil(job.id))
  })

  test('say when a job will be done, later the further behind it stands', async ({ assert }) => {
    await experience(50)
    const jobs = [await ask(), await ask(), await ask(), await ask(), await ask()]
    assert.closeTo(await middleOf(jobs[0].id), 50, 3)
    assert.closeTo(await middleOf(jobs[1].id), 50, 3)
    assert.closeTo(await middleOf(jobs[4].id), 4 * 25 + 50, 5)
    const { from, to } = (await secondsUntil(jobs[4].id))!
    assert.isBelow(from, to)
  })

  test('count what runs, by its progress', async ({ assert }) => {
    await experience(50)
    const job = await ask()
    await claimNext('encode', 'host-a-1-abcdef')
    assert.closeTo(await middleOf(job.id), 50, 3)
    const reached = { progress: 0.9, attempt_progress: 0.8 }
    const startedAt = db.raw(`now() - interval '80 s'`)
    await db
      .from('jobs')
      .where('id', job.id)
      .update({ ...reached, started_at: startedAt })
    assert.closeTo(await middleOf(job.id), 0.8 * 20, 3)
    assert.isNull((await findJob(job.id)).forecast!.position)
  })

  test('are silent where {what}')
    .with([
      {
        what: 'the lane is paused',
        change: () => db.from('lanes').where('name', 'encode').update(paused),
      },
      {
        what: 'the whole queue is paused',
        change: () => db.from('lanes').where('name', 'all').update(paused),
      },
      { what: 'no worker lives', change: () => db.from('workers').delete() },
    ])
    .run(async ({ assert }, { change }) => {
      await experience(50)
      const job = await ask()
      await change()
      assert.isNull(await secondsUntil(job.id))
    })

  test('count the slots of each lane, of workers that take work', async ({ assert }) => {
    await registerWorker('other', { encode: 1, quick: 4 })
    assert.deepEqual(await laneSlots(), { encode: 3, quick: 7 })

    await tellIdle('other', 'the disk is full')
    assert.deepEqual(await laneSlots(), { encode: 2, quick: 3 })
  })

  test('leave held jobs out of the line', async ({ assert }) => {
    await experience(50)
    const held = await ask()
    const job = await ask()
    await db.from('jobs').where('id', held.id).update({ is_held: true })
    assert.deepEqual((await findJob(held.id)).forecast, { position: null, eta: null })
    assert.equal((await findJob(job.id)).forecast!.position, 1)
  })

  test('are told for the last of ten thousand jobs', async ({ assert }) => {
    await experience(50)
    await db.rawQuery(
      `insert into videos (title, original_name, original_key, size_bytes, sha256, status, container,
         duration_s, width, height, video_codec, has_audio, media_info)
       select 'v', 'v', 'many/' || n, 1, repeat('0', 64), 'pending', 'mp4', 100, 1280, 720, 'h264', false, '{}'
       from generate_series(1, 10000) as n`
    )
    const start = await app.container.make(StartBatch)
    const { jobIds } = await start.handle({
      ...{ status: 'pending', preset: 'mobile', maxVideos: null, by },
    })
    const page = await listJobs({ page: 1, perPage: 25 })
    assert.lengthOf(jobIds, 10_000)
    assert.isTrue(page.all().every(({ forecast }) => forecast!.eta !== null))
    assert.closeTo(await middleOf(jobIds.at(-1)!), 10_000 * 25, 10_000)
    const eta = await forecastQueue()
    assert.closeTo(eta!.to.diffNow('seconds').seconds, 10_000 * 25 * 1.1, 30_000)
  }).timeout(60_000)
})

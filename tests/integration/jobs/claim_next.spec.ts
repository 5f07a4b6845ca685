import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import StartBatch from '#jobs/batches/start_batch'
import StartJob from '#jobs/life/start_job'
import { claimNext } from '#jobs/lanes/claim_next'
import { handBackAttempt } from '#jobs/life/end_attempt'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf } from '#tests/helpers/people'
import type { Actor } from '#accounts/actor'

async function ask(by: Actor, of: { preset?: string; priority?: number } = {}): Promise<Job> {
  const start = await app.container.make(StartJob)
  const { preset = 'mobile', priority } = of
  return start.handle({ video: await makeVideo(), preset, priority, by })
}

async function askBatch(videos: number, by: Actor) {
  for (let n = 0; n < videos; n++) await makeVideo()
  const start = await app.container.make(StartBatch)
  return start.handle({ status: 'pending', preset: 'mobile', maxVideos: videos, by })
}

/** Claims one after the other; what is claimed runs on. */
async function claims(count: number): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = []
  for (let n = 0; n < count; n++) ids.push((await claimNext('encode', 'w'))?.jobId)
  return ids
}

const set = (lane: string, settings: object) =>
  db.from('lanes').where('name', lane).update(settings)

test.group('Whose turn it is', (group) => {
  const system = mediakeep('system')

  group.each.setup(() => cleanDatabase())

  test('is first come, first served among equals', async ({ assert }) => {
    const jobs = [await ask(system), await ask(system), await ask(system)]
    assert.deepEqual(await claims(4), [...jobs.map(({ id }) => id), undefined])
  })

  test('comes to a single clip before the rest of a batch', async ({ assert }) => {
    const { jobIds } = await askBatch(50, system)
    await claims(3)
    const clip = await ask((await personOf('operator')).asActor('console'))

    const next = await claims(3)

    assert.include(next, clip.id)
    assert.isTrue(next.every((id) => id === clip.id || jobIds.includes(id!)))
  })

  test('alternates between two batches', async ({ assert }) => {
    const one = await askBatch(10, system)
    const other = await askBatch(10, system)

    const next = await claims(8)

    const ofOne = next.filter((id) => one.jobIds.includes(id!)).length
    assert.equal(ofOne, 4)
    assert.lengthOf(
      next.filter((id) => other.jobIds.includes(id!)),
      4
    )
  })

  test('comes earlier with a higher priority, later with a lower', async ({ assert }) => {
    const low = await ask(system, { priority: -5 })
    const plain = await ask(system)
    const high = await ask(system, { priority: 5 })
    assert.deepEqual(await claims(3), [high.id, plain.id, low.id])
  })

  test('comes even to the lowest priority in the end', async ({ assert }) => {
    const low = await ask(system, { priority: -1 })
    const { jobIds } = await askBatch(150, system)

    const next = await claims(110)

    assert.include(next, low.id)
    assert.notDeepEqual(next.slice(0, 110), jobIds.slice(0, 110))
  })

  test('changes with a priority edited while it waits', async ({ assert }) => {
    const first = await ask(system)
    const second = await ask(system)
    await second.merge({ priority: 1 }).save()
    assert.deepEqual(await claims(2), [second.id, first.id])
  })

  test('stays with a job that is handed back', async ({ assert }) => {
    const first = await ask(system)
    await ask(system)
    const lease = await claimNext('encode', 'w')
    await handBackAttempt(lease!)
    assert.deepEqual(await claims(1), [first.id])
  })

  test('is not kept up by what is not due or held', async ({ assert }) => {
    const later = await ask(system)
    const held = await ask(system)
    const due = await ask(system)
    await db
      .from('jobs')
      .where('id', later.id)
      .update({ due_at: db.raw(`now() + interval '1 h'`) })
    await db.from('jobs').where('id', held.id).update({ is_held: true })
    assert.deepEqual(await claims(2), [due.id, undefined])
  })
})

test.group('A lane', (group) => {
  const system = mediakeep('system')

  group.each.setup(() => cleanDatabase())
  group.each.teardown(async () => {
    await db.from('lanes').update({ concurrency: null, paused_at: null, paused_by: null })
  })

  test('runs as many as it may, over all workers that ask at once', async ({ assert }) => {
    for (let n = 0; n < 6; n++) await ask(system)
    await set('encode', { concurrency: 2 })

    const leases = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((worker) => claimNext('encode', worker))
    )

    assert.lengthOf(leases.filter(Boolean), 2)
    assert.lengthOf(await Job.query().where('status', 'running'), 2)
  })

  test('counts with the others where the whole queue has a limit', async ({ assert }) => {
    await ask(system)
    await ask(system)
    await set('all', { concurrency: 1 })
    assert.exists(await claimNext('encode', 'w'))
    assert.isNull(await claimNext('encode', 'w'))
  })

  for (const paused of ['encode', 'all']) {
    test(`gives nothing while ${paused} is paused`, async ({ assert }) => {
      await ask(system)
      await set(paused, { paused_at: db.raw('now()'), paused_by: 'somebody' })
      assert.isNull(await claimNext('encode', 'w'))

      await set(paused, { paused_at: null, paused_by: null })
      assert.exists(await claimNext('encode', 'w'))
    })
  }

  test('gives every job once to workers that storm it', async ({ assert }) => {
    const { jobIds } = await askBatch(30, system)
    const leases = await Promise.all(
      Array.from({ length: 45 }, (_, n) => claimNext('encode', `w${n}`))
    )
    const claimed = leases.filter(Boolean).map((lease) => lease!.jobId)
    assert.sameMembers(claimed, jobIds)
  })

  test('of pictures does not wait for films', async ({ assert }) => {
    const start = await app.container.make(StartJob)
    const video = await makeVideo()
    video.mediaInfo = { video: {}, durationS: 10 } as never
    const picture = await start
      .handle({ video, operation: 'storyboard', parameters: {}, by: system })
      .catch((error) => error)
    assert.equal(picture.lane, 'quick')
    await ask(system)
    assert.equal((await claimNext('quick', 'w'))?.jobId, picture.id)
    assert.isNull(await claimNext('quick', 'w'))
  })
})

import { test } from '@japa/runner'
import Job from '#jobs/job'
import EditPreset from '#presets/edit_preset'
import { editVideo } from '#videos/edit_video'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'

const BATCHES = '/api/v1/batches'
const by = mediakeep('system')

test.group('Batches by filter', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  test('start what the filter means, a few first', async ({ client, assert }) => {
    for (let n = 0; n < 3; n++) {
      const video = await makeVideo({ title: `Knee ${n}`, status: 'completed' })
      await editVideo({ video, tags: ['ortho'], by })
    }
    await makeVideo({ title: 'Knee without a tag', status: 'completed' })

    const answer = await client
      .post(BATCHES)
      .bearerToken(token)
      .json({
        ...{ status: 'any', search: 'knee', tag: 'ortho', lacks_preset: 'low', preset: 'low' },
        ...{ older_than_days: 0, canary_size: 1, priority: 7 },
      })

    answer.assertStatus(202)
    assert.containsSubset(answer.body(), {
      ...{ state: 'canary', preset: 'low', status: 'any', search: 'knee', tag: 'ortho' },
      ...{ canary_size: 1, job_count: 3, paused: null, jobs: { queued: 3 } },
    })
    const jobs = await Job.all()
    assert.deepEqual(
      jobs.map((job) => job.priority),
      [7, 7, 7]
    )
    assert.lengthOf(
      jobs.filter((job) => job.isHeld),
      2
    )
  })

  test('tried dry, tell how many and why others are left out', async ({ client, assert }) => {
    await makeVideo()
    await makeVideo({ status: 'completed' })

    const body = { preset: 'low', dry_run: true }
    const answer = await client.post(BATCHES).bearerToken(token).json(body)

    answer.assertStatus(200)
    assert.containsSubset(answer.body(), { dry_run: true, job_count: 1, videos: 2 })
    assert.containsSubset(answer.body().left_out, [{ reason: 'does_not_match', videos: 1 }])
    assert.lengthOf(await Job.all(), 0)
  })

  test('of one Idempotency-Key are one', async ({ client, assert }) => {
    await makeVideo()
    const start = (body: object) =>
      client.post(BATCHES).bearerToken(token).header('Idempotency-Key', 'night 1').json(body)

    const [first, second] = [await start({ preset: 'low' }), await start({ preset: 'low' })]
    await new EditPreset().handle({ name: 'low', limits: { maxFailures: 2 }, by })
    const later = await start({ preset: 'low' })
    const others = [
      { body: { preset: 'high' }, says: 'preset was "low" and is "high"' },
      { body: { preset: 'low', priority: 5 }, says: 'priority was not said and is 5' },
      { body: { preset: 'low', canary_size: 2 }, says: 'canary_size was not said and is 2' },
      { body: { preset: 'low', tag: 'x' }, says: 'tag was not said and is "x"' },
      { body: { preset: 'low', max_videos: 3 }, says: 'max_videos was not said and is 3' },
    ]

    for (const { body, says } of others) {
      const other = await start(body)
      other.assertStatus(409)
      assert.equal(other.body().code, 'E_IDEMPOTENCY_KEY_REUSED')
      assert.include(other.body().detail, says)
    }
    assert.equal(later.body().id, first.body().id)
    assert.equal(second.body().id, first.body().id)
    assert.equal(second.header('idempotency-replayed'), 'true')
    assert.lengthOf(await Job.all(), 1)
  })

  test('are paused, let go on, moved and cancelled', async ({ client, assert }) => {
    await makeVideo()
    const batch = (await client.post(BATCHES).bearerToken(token).json({ preset: 'low' })).body()
    const path = `${BATCHES}/${batch.id}`
    const ask = (what: string, body: object = {}) =>
      client.post(`${path}/${what}`).bearerToken(token).json(body)

    const paused = await ask('pause', { reason: 'lunch' })
    const moved = await client.patch(path).bearerToken(token).json({ priority: -20 })
    const released = await ask('release')
    const cancelled = await ask('cancellation')
    const again = await ask('pause')

    assert.containsSubset(paused.body(), {
      ...{ state: 'paused', paused: { by: 'A operator', reason: 'lunch' } },
    })
    moved.assertStatus(200)
    assert.containsSubset(released.body(), { state: 'running', paused: null })
    cancelled.assertStatus(202)
    assert.containsSubset(cancelled.body(), { state: 'cancelled', jobs: { cancelled: 1 } })
    again.assertStatus(409)
    assert.equal(again.body().code, 'E_BATCH_ENDED')
    assert.equal((await Job.firstOrFail()).priority, -20)
  })

  test('are listed, the newest first, with their jobs counted', async ({ client, assert }) => {
    for (const preset of ['low', 'high']) {
      await makeVideo()
      await client.post(BATCHES).bearerToken(token).json({ preset, status: 'any' })
    }

    const list = await client
      .get(BATCHES)
      .qs({ limit: 1 })
      .bearerToken(await tokenOf('viewer'))

    list.assertStatus(200)
    assert.containsSubset(list.body().data, [{ preset: 'high', jobs: { queued: 2, failed: 0 } }])
    assert.equal(list.body().meta.total, 2)
  })

  test('a wrong {field} is 422: {$i}')
    .with([
      { field: 'canary_size', body: { canary_size: -1 } },
      { field: 'priority', body: { priority: 101 } },
      { field: 'older_than_days', body: { older_than_days: 'long' } },
      { field: 'tag', body: { tag: 'x'.repeat(51) } },
      { field: 'search', body: { search: '\0' } },
    ])
    .run(async ({ client, assert }, { field, body }) => {
      const asked = { preset: 'low', ...body }
      const answer = await client.post(BATCHES).bearerToken(token).json(asked)

      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    })

  test('one that is not there is 404: {$self}')
    .with(['pause', 'release', 'cancellation'])
    .run(async ({ client, assert }, what) => {
      const answer = await client.post(`${BATCHES}/4711/${what}`).bearerToken(token)

      answer.assertStatus(404)
      assert.equal(answer.body().code, 'E_BATCH_NOT_FOUND')
    })
})

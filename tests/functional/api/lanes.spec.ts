import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'
import { tokenOf } from '#tests/helpers/people'

const LANES = '/api/v1/queue/lanes'

test.group('Lanes on the API', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  test('tell what waits, and why one is stopped', async ({ client, assert }) => {
    await startJob(await makeVideo())
    await db
      .from('lanes')
      .where('name', 'encode')
      .update({
        ...{ breaker_cause: 'DISK_FULL', breaker_opened_at: db.raw('now()'), breaker_trips: 1 },
        breaker_until: db.raw(`now() + interval '30 s'`),
      })

    const answer = await client.get('/api/v1/queue').bearerToken(await tokenOf('viewer'))

    const [all, quick, encode] = answer.body().lanes
    assert.containsSubset(all, { name: 'all', waiting: 1, concurrency: null, breaker: null })
    assert.containsSubset(quick, { name: 'quick', waiting: 0, running: 0, paused: null })
    assert.containsSubset(encode, {
      ...{ name: 'encode', waiting: 1, held: 0 },
      breaker: { cause: 'DISK_FULL', sentence: 'The disk is full.' },
    })
    assert.isAbove(Date.parse(encode.breaker.tries_again_at), Date.now())
  })

  test('are paused with a reason and resumed', async ({ client, assert }) => {
    const pause = client.post(`${LANES}/encode/pause`).bearerToken(token)
    const paused = await pause.json({ reason: 'new disks' })
    const resumed = await client.post(`${LANES}/encode/resume`).bearerToken(token)

    paused.assertStatus(200)
    assert.containsSubset(paused.body(), { paused: { by: 'A operator', reason: 'new disks' } })
    assert.isNull(resumed.body().paused)
  })

  test('how many run at once is an administrator’s', async ({ client, assert }) => {
    const limit = (by: string, concurrency: unknown) =>
      client.patch(`${LANES}/encode`).bearerToken(by).json({ concurrency })
    const admin = await tokenOf('admin')

    const refused = await limit(token, 1)
    const limited = await limit(admin, 1)
    const freed = await limit(admin, null)

    refused.assertStatus(403)
    assert.equal(limited.body().concurrency, 1)
    assert.isNull(freed.body().concurrency)
  })

  test('{$self} jobs at once are refused')
    .with([0, -1, 1.5, 1001, 'many', undefined])
    .run(async ({ client, assert }, concurrency) => {
      const patch = client.patch(`${LANES}/encode`).bearerToken(await tokenOf('admin'))
      const answer = await patch.json({ concurrency })

      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, 'concurrency')
    })

  test('a lane that is not there is told those that are', async ({ client, assert }) => {
    const answer = await client.post(`${LANES}/fast/pause`).bearerToken(token)

    answer.assertStatus(404)
    assert.include(answer.body().detail, 'choose one of all, quick, encode')
  })
})

import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'

test.group('Filters of lists', (group) => {
  group.each.setup(() => cleanDatabase())

  test('videos are narrowed by what they are; archived ones have to be asked for', async ({
    client,
    assert,
  }) => {
    const token = await tokenOf('viewer')
    const large = await makeVideo({ title: 'Large' })
    await large.merge({ sizeBytes: 5_000_000_000, durationS: 90.5, videoCodec: 'hevc' }).save()
    const put = await makeVideo({ title: 'Put away' })
    await db
      .from('videos')
      .where('id', put.id)
      .update({ archived_at: db.raw('now()'), archived_by: 'A' })
    const titles = async (query: Record<string, string | number>) => {
      const answer = await client.get('/api/v1/videos').qs(query).bearerToken(token)
      answer.assertStatus(200)
      return answer.body().data.map(({ title }: { title: string }) => title)
    }

    assert.deepEqual(await titles({ min_size_bytes: 5_000_000_000, codec: 'hevc' }), ['Large'])
    assert.deepEqual(await titles({ max_duration_seconds: 90.4 }), [])
    assert.deepEqual(await titles({}), ['Large'])
    assert.deepEqual(await titles({ archived: 'only' }), ['Put away'])
    assert.deepEqual(await titles({ ids: `${large.id},${put.id}`, archived: 'any' }), [
      'Put away',
      'Large',
    ])
  })

  test('a wrong {field} is 422: {value}')
    .with([
      { field: 'added_from', value: '2024-02-31' },
      { field: 'min_size_bytes', value: '-1' },
      { field: 'archived', value: 'yes' },
      { field: 'uploaded_by', value: 'me' },
    ])
    .run(async ({ client, assert }, { field, value }) => {
      const token = await tokenOf('viewer')

      const answer = await client
        .get('/api/v1/videos')
        .qs({ [field]: value })
        .bearerToken(token)

      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, field)
    })

  test('jobs are narrowed by cause and preset', async ({ client, assert }) => {
    const token = await tokenOf('viewer')
    const wanted = await failedJob({ preset: 'low', cause: 'TIME_LIMIT' })
    await failedJob({ preset: 'low' })
    await failedJob({ cause: 'TIME_LIMIT' })

    const answer = await client
      .get('/api/v1/jobs')
      .qs({ cause: 'TIME_LIMIT', preset: 'low' })
      .bearerToken(token)

    assert.deepEqual(
      answer.body().data.map(({ id }: { id: string }) => id),
      [wanted.id]
    )
  })

  test('jobs are narrowed by when they were asked for and when they ended', async ({
    client,
    assert,
  }) => {
    const token = await tokenOf('viewer')
    const [early, late] = [await failedJob(), await failedJob()]
    const times = { created_at: '2024-02-28T10:00:00Z', finished_at: '2024-02-29T23:59:59Z' }
    await db.from('jobs').where('id', early.id).update(times)
    const ids = async (query: Record<string, string>) => {
      const answer = await client.get('/api/v1/jobs').qs(query).bearerToken(token)
      answer.assertStatus(200)
      return answer.body().data.map(({ id }: { id: string }) => id)
    }

    assert.deepEqual(await ids({ ended_from: '2024-02-29', ended_to: '2024-02-29' }), [early.id])
    assert.deepEqual(await ids({ ended_to: '2024-02-29T23:59:59Z' }), [])
    assert.deepEqual(await ids({ ended_from: '2024-03-01' }), [late.id])
    assert.deepEqual(await ids({ asked_to: '2024-02-28' }), [early.id])
    assert.deepEqual(await ids({ asked_from: '2024-02-28T10:00:01Z' }), [late.id])
    const wrong = await client.get('/api/v1/jobs').qs({ ended_to: 'noon' }).bearerToken(token)
    wrong.assertStatus(422)
    assert.equal(wrong.body().errors[0].field, 'ended_to')
  })

  test('a batch takes the filter of the list', async ({ client, assert }) => {
    await makeVideo()
    const long = await makeVideo()
    await long.merge({ durationS: 100 }).save()

    const answer = await client
      .post('/api/v1/batches')
      .bearerToken(await tokenOf('operator'))
      .json({ preset: 'low', min_duration_seconds: 60 })

    answer.assertStatus(202)
    assert.equal(answer.body().job_count, 1)
  })
})

import { test } from '@japa/runner'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'
import { tokenOf } from '#tests/helpers/people'

test.group('Priorities on the API', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  test('come with a job and are changed while it waits', async ({ client, assert }) => {
    const video = await makeVideo()
    const start = client.post(`/api/v1/videos/${video.id}/jobs`).bearerToken(token)
    const job = (await start.json({ preset: 'low', priority: 5 })).body()
    const change = client.patch(`/api/v1/jobs/${job.id}`).bearerToken(token)
    const changed = await change.json({ priority: -100 })

    assert.equal(job.priority, 5)
    changed.assertStatus(200)
    assert.containsSubset(changed.body(), { id: job.id, priority: -100, preset: 'low' })
  })

  test('of what waits no longer are 409', async ({ client, assert }) => {
    const job = await failedJob()
    const change = client.patch(`/api/v1/jobs/${job.id}`).bearerToken(token)
    const answer = await change.json({ priority: 1 })

    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_JOB_NOT_WAITING')
  })

  test('{$self} is none')
    .with([101, -101, 0.5, 'high', null, undefined])
    .run(async ({ client }, priority) => {
      const job = await startJob(await makeVideo())
      const change = client.patch(`/api/v1/jobs/${job.id}`).bearerToken(token)
      const answer = await change.json({ priority })
      answer.assertStatus(422)
    })
})

test.group('Titles and tags on the API', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  test('are written and found', async ({ client, assert }) => {
    const video = await makeVideo()
    await makeVideo()
    const edit = client.patch(`/api/v1/videos/${video.id}`).bearerToken(token)
    const edited = await edit.json({ title: ' A knee ', tags: ['ortho', ' ortho', 'left'] })
    const list = await client.get('/api/v1/videos').qs({ tag: 'left' }).bearerToken(token)

    edited.assertStatus(200)
    assert.containsSubset(edited.body(), { title: 'A knee', tags: ['ortho', 'left'] })
    assert.deepEqual(
      list.body().data.map(({ id }: { id: number }) => id),
      [video.id]
    )
  })

  test('that cannot be are refused in words: {code}')
    .with([
      { code: 'E_TITLE_REFUSED', body: { title: ' ' } },
      { code: 'E_TAGS_REFUSED', body: { tags: ['x'.repeat(51)] } },
      { code: 'E_VALIDATION', body: { tags: 'knee' } },
    ])
    .run(async ({ client, assert }, { code, body }) => {
      const video = await makeVideo()
      const edit = client.patch(`/api/v1/videos/${video.id}`).bearerToken(token)
      const answer = await edit.json(body)

      answer.assertStatus(422)
      assert.equal(answer.body().code, code)
    })
})

test.group('A viewer on the API', (group) => {
  group.each.setup(() => cleanDatabase())

  test('orders, pauses, retries, dismisses and edits nothing: {method} {path}')
    .with([
      { method: 'PATCH', path: 'videos/1' },
      { method: 'PATCH', path: 'jobs/1' },
      { method: 'PATCH', path: 'batches/1' },
      { method: 'PATCH', path: 'queue/lanes/all' },
      { method: 'POST', path: 'batches/1/pause' },
      { method: 'POST', path: 'batches/1/release' },
      { method: 'POST', path: 'batches/1/cancellation' },
      { method: 'POST', path: 'queue/lanes/all/pause' },
      { method: 'POST', path: 'queue/lanes/all/resume' },
      { method: 'POST', path: 'dead-letters/retry' },
      { method: 'POST', path: 'dead-letters/dismiss' },
    ])
    .run(async ({ client, assert }, { method, path }) => {
      const token = await tokenOf('viewer')
      const ask = client.request(`/api/v1/${path}`, method)
      const answer = await ask.bearerToken(token).json({ all: true })

      answer.assertStatus(403)
      assert.equal(answer.body().code, 'E_ROLE_TOO_LOW')
    })
})

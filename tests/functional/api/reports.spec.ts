import { DateTime } from 'luxon'
import { test } from '@japa/runner'
import Attempt from '#jobs/attempt'
import { registerWorker } from '#jobs/worker_registry'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'
import { failedJob } from '#tests/helpers/failed_jobs'
import { startJob } from '#tests/helpers/work'
import Video from '#videos/video'

test.group('What the API tells of the work', (group) => {
  group.each.setup(() => cleanDatabase())

  test('the workers that live, with their slots', async ({ client, assert }) => {
    await registerWorker('host-1-4711', { encode: 2, quick: 1 })

    const answer = await client.get('/api/v1/workers').bearerToken(await tokenOf('viewer'))

    answer.assertStatus(200)
    assert.lengthOf(answer.body().data, 1)
    assert.containsSubset(answer.body().data[0], {
      ...{ id: 'host-1-4711', concurrency: 2, running_jobs: 0 },
      lanes: { encode: { slots: 2, running: 0 }, quick: { slots: 1, running: 0 } },
    })
  })

  test('the log of an attempt, its last lines, as JSON or text', async ({ client, assert }) => {
    const job = await failedJob({ title: 'A knee' })
    const log = Array.from({ length: 30 }, (_, at) => `line ${at + 1}`).join('\n')
    await Attempt.query().where('job_id', job.id).delete()
    await Attempt.create({
      ...{ jobId: job.id, number: 2, leaseToken: 2, workerId: 'w', status: 'failed' },
      ...{ log, argv: ['ffmpeg', '-i', 'x'], finishedAt: DateTime.now() },
    })
    const token = await tokenOf('viewer')
    const get = (query: string) =>
      client.get(`/api/v1/jobs/${job.id}/log?${query}`).bearerToken(token)

    const whole = await get('')
    const tail = await get('attempt=2&lines=2')
    const text = await get('format=text&lines=1')
    const missing = await get('attempt=1')

    assert.containsSubset(whole.body(), {
      attempt: 2,
      command: ['ffmpeg', '-i', 'x'],
      is_cut: false,
    })
    assert.equal(whole.body().log, log)
    assert.containsSubset(tail.body(), { log: 'line 29\nline 30', is_cut: true })
    assert.equal(text.text(), 'line 30\n')
    assert.include(text.header('content-type'), 'text/plain')
    missing.assertStatus(404)
    assert.equal(missing.body().code, 'E_ATTEMPT_NOT_FOUND')
  })

  test('a job that waits has no log yet', async ({ client, assert }) => {
    const job = await startJob(await makeVideo())

    const answer = await client
      .get(`/api/v1/jobs/${job.id}/log`)
      .bearerToken(await tokenOf('viewer'))

    answer.assertStatus(404)
    assert.include(answer.body().detail, 'none has begun yet')
  })

  test('the audit, to administrators, page by page', async ({ client, assert }) => {
    const operator = await tokenOf('operator')
    const { id } = await makeVideo()
    for (const title of ['a', 'b', 'c']) {
      await client.patch(`/api/v1/videos/${id}`).bearerToken(operator).json({ title })
    }
    const admin = await tokenOf('admin')
    const read = (query: object) => client.get('/api/v1/audit').qs(query).bearerToken(admin)

    const first = await read({ action: 'video.edited', limit: 2 })
    const after = first.body().meta.next_cursor
    const second = await read({ action: 'video.edited', limit: 2, after })
    const titles = [...first.body().data, ...second.body().data].map(({ details }) => details.title)

    assert.deepEqual(titles, ['c', 'b', 'a'])
    assert.isNull(second.body().meta.next_cursor)
    assert.containsSubset(first.body().data[0], {
      via: 'api',
      subject: { type: 'video', id: `${id}` },
    })
    assert.equal((await client.get('/api/v1/audit').bearerToken(operator)).status(), 403)
    assert.equal((await read({ after: 'x', from: 'yesterday' })).body().errors.length, 2)
  })
})

test.group('Sweeps on the API', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a change to many videos is counted, held to the number, and done', async ({
    client,
    assert,
  }) => {
    for (const title of ['sea 1', 'sea 2', 'hill']) await makeVideo({ title })
    const token = await tokenOf('operator')
    const ask = (body: object) => client.post('/api/v1/sweeps').bearerToken(token).json(body)
    const tagging = { action: 'tag', tag: 'holiday', filter: { search: 'sea' } }

    const dry = await ask({ ...tagging, dry_run: true })
    const other = await ask({ ...tagging, expected: 3 })
    const done = await ask({ ...tagging, expected: 2 })
    const shown = await client.get(done.header('location')!).bearerToken(token)

    assert.deepEqual(dry.body(), { dry_run: true, action: 'tag', videos: 2 })
    assert.equal(other.body().code, 'E_SELECTION_CHANGED')
    done.assertStatus(202)
    assert.containsSubset(shown.body(), { action: 'tag', tag: 'holiday', videos: 2, changed: 2 })
    assert.isString(shown.body().finished_at)
    assert.lengthOf(await Video.query().whereRaw(`tags @> array['holiday']`), 2)
  })

  test('which videos has to be said, in one way', async ({ client, assert }) => {
    const token = await tokenOf('operator')
    for (const choice of [{}, { filter: {} }, { ids: [1], all: true }]) {
      const body = { action: 'archive', ...choice }
      const answer = await client.post('/api/v1/sweeps').bearerToken(token).json(body)
      assert.equal(answer.body().code, 'E_CHOICE_UNCLEAR')
    }
  })

  test('to delete takes an administrator, to cancel jobs their scope', async ({
    client,
    assert,
  }) => {
    const { id } = await makeVideo()
    const videos = await tokenOf('admin', ['videos:write'])
    const send = (token: string, action: string) =>
      client
        .post('/api/v1/sweeps')
        .bearerToken(token)
        .json({ action, ids: [id] })

    assert.equal((await send(await tokenOf('operator'), 'delete')).body().code, 'E_ROLE_TOO_LOW')
    assert.equal((await send(videos, 'cancel')).body().code, 'E_SCOPE_MISSING')
    assert.equal((await send(videos, 'delete')).status(), 202)
    assert.isNull(await Video.find(id))
  })
})

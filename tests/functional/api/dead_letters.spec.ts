import { test } from '@japa/runner'
import Job from '#jobs/job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { tokenOf } from '#tests/helpers/people'

const LETTERS = '/api/v1/dead-letters'

test.group('Dead letters on the API', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  test('come by cause with words and a sample, and one by one', async ({ client, assert }) => {
    const job = await failedJob({ title: '<b>knee', evidence: 'no space' })
    await failedJob({ cause: 'TIME_LIMIT' })

    const answer = await client
      .get(LETTERS)
      .qs({ cause: 'DISK_FULL' })
      .bearerToken(await tokenOf('viewer'))

    answer.assertStatus(200)
    assert.lengthOf(answer.body().causes, 1)
    assert.containsSubset(answer.body(), {
      causes: [
        {
          cause: { code: 'DISK_FULL', sentence: 'The disk is full.', can_retry_help: true },
          ...{ jobs: 1, videos: 1 },
          sample: { job_id: job.id, evidence: 'no space' },
        },
      ],
      data: [{ id: job.id, video_title: '<b>knee', status: 'failed', dismissed_at: null }],
      meta: { total: 1 },
    })
  })

  test('of a cause are retried, others stay', async ({ client, assert }) => {
    const job = await failedJob()
    const other = await failedJob({ cause: 'TIME_LIMIT' })

    const answer = await client
      .post(`${LETTERS}/retry`)
      .bearerToken(token)
      .json({ cause: 'DISK_FULL' })

    answer.assertStatus(202)
    assert.deepEqual(answer.body(), { retried: 1, job_ids: [job.id] })
    assert.equal((await Job.findOrFail(other.id)).status, 'failed')
  })

  test('are dismissed by {0}')
    .with([['ids'], ['filter'], ['all']] as const)
    .run(async ({ client, assert }, [way]) => {
      const job = await failedJob({ title: 'A knee' })
      const bodies = { ids: { ids: [job.id] }, filter: { filter: { search: 'knee' } } }
      const body = way === 'all' ? { all: true } : bodies[way]

      const answer = await client.post(`${LETTERS}/dismiss`).bearerToken(token).json(body)
      const after = await client.get(LETTERS).bearerToken(token)
      const shown = await client.get(`/api/v1/jobs/${job.id}`).bearerToken(token)

      answer.assertStatus(200)
      assert.equal(answer.body().dismissed, 1)
      assert.deepEqual(after.body().causes, [])
      assert.equal(shown.body().dismissed_by, 'A operator')
    })

  test('are not chosen by accident: {$i} is 422')
    .with([
      {},
      { all: false },
      { filter: {} },
      { ids: [] },
      { ids: ['1'] },
      { ids: 'all' },
      { cause: 'DISK_FULL', all: true },
      { cause: '' },
    ])
    .run(async ({ client, assert }, body) => {
      const job = await failedJob()
      for (const what of ['retry', 'dismiss']) {
        const answer = await client.post(`${LETTERS}/${what}`).bearerToken(token).json(body)
        answer.assertStatus(422)
      }
      assert.isNull((await Job.findOrFail(job.id)).dismissedAt)
    })

  test('a choice that is unclear says how to say it', async ({ client, assert }) => {
    const body = { cause: 'DISK_FULL', all: true }
    const answer = await client.post(`${LETTERS}/retry`).bearerToken(token).json(body)

    assert.equal(answer.body().code, 'E_CHOICE_UNCLEAR')
    assert.include(answer.body().detail, 'cause and all came together: send one of ids, cause')
  })
})

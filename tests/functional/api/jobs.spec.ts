import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Job from '#jobs/job'
import { claimJob } from '#jobs/life/claim_job'
import { failAttempt } from '#jobs/life/end_attempt'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { tokenOf } from '#tests/helpers/people'

test.group('Jobs', (group) => {
  let token: string

  group.each.setup(async () => {
    await cleanDatabase()
    token = await tokenOf('operator')
  })

  test('of starts at once one is 202 and the others 409', async ({ client, assert }) => {
    const video = await makeVideo()
    const start = () =>
      client.post(`/api/v1/videos/${video.id}/jobs`).bearerToken(token).json({ preset: 'medium' })

    const answers = await Promise.all([start(), start(), start()])

    assert.sameMembers(
      answers.map((answer) => answer.status()),
      [202, 409, 409]
    )
    const refused = answers.find((answer) => answer.status() === 409)!
    assert.equal(refused.body().code, 'E_JOB_ALREADY_ACTIVE')
    assert.lengthOf(await Job.all(), 1)
  })

  test('an unknown preset is 422 and told which exist', async ({ client, assert }) => {
    const video = await makeVideo()
    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(token)
      .json({ preset: 'gigantic' })

    answer.assertStatus(422)
    assert.include(answer.body().detail, 'original, high, medium, low, mobile')
  })

  test('nothing but the preset is taken from the body', async ({ client, assert }) => {
    const video = await makeVideo()
    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(token)
      .json({ preset: 'low', status: 'completed', id: 1, video_id: 4711, progress: 1 })

    answer.assertStatus(202)
    assert.containsSubset(answer.body(), { status: 'queued', video_id: video.id, preset: 'low' })
  })

  test('a preset that is no text is 422: {$i}')
    .with([
      { preset: null },
      { preset: 5 },
      { preset: ['low'] },
      { preset: { name: 'low' } },
      { preset: 'a\0b' },
    ])
    .run(async ({ client, assert }, { preset }) => {
      const video = await makeVideo()
      const answer = await client
        .post(`/api/v1/videos/${video.id}/jobs`)
        .bearerToken(token)
        .json({ preset })

      answer.assertStatus(422)
      assert.equal(answer.body().errors[0].field, 'preset')
    })

  test('a waiting job is cancelled at once, and only once', async ({ client, assert }) => {
    const { id } = await started()
    const cancel = () => client.post(`/api/v1/jobs/${id}/cancellation`).bearerToken(token)

    const [first, second] = [await cancel(), await cancel()]

    first.assertStatus(202)
    assert.equal(first.header('location'), `/api/v1/jobs/${id}`)
    assert.equal(first.body().status, 'cancelled')
    second.assertStatus(409)
    assert.equal(second.body().code, 'E_JOB_ALREADY_ENDED')
  })

  test('a running job is asked to stop', async ({ client, assert }) => {
    const { id } = await started()
    await claimJob(id, 'a worker')

    const answer = await client.post(`/api/v1/jobs/${id}/cancellation`).bearerToken(token)

    answer.assertStatus(202)
    assert.containsSubset(answer.body(), { status: 'running', is_cancellation_requested: true })
  })

  test('a failed job tells its cause and remedy, and can be retried', async ({
    client,
    assert,
  }) => {
    const { id } = await started()
    await fail(id, 'INPUT_ENCRYPTED')

    const failed = await client.get(`/api/v1/jobs/${id}`).bearerToken(token)
    assert.containsSubset(failed.body(), {
      status: 'failed',
      cause: {
        code: 'INPUT_ENCRYPTED',
        sentence: 'The file is encrypted (DRM).',
        can_retry_help: false,
      },
      attempts: [{ number: 1, status: 'failed', evidence: 'encv' }],
    })
    assert.isNotEmpty(failed.body().cause.remedy)

    const retried = await client.post(`/api/v1/jobs/${id}/retry`).bearerToken(token)
    retried.assertStatus(202)
    assert.containsSubset(retried.body(), { id, status: 'queued', cause: null })
  })

  test('a job that waits cannot be retried', async ({ client, assert }) => {
    const { id } = await started()
    const answer = await client.post(`/api/v1/jobs/${id}/retry`).bearerToken(token)

    answer.assertStatus(409)
    assert.equal(answer.body().code, 'E_JOB_NOT_RETRIABLE')
  })

  test('the list is filtered and comes in pages, the newest first', async ({ client, assert }) => {
    const jobs = [await started(), await started(), await started()]
    await fail(jobs[0].id, 'TIME_LIMIT', 3)

    const queued = await client
      .get('/api/v1/jobs')
      .qs({ status: 'queued', limit: 1 })
      .bearerToken(token)
    const next = await client
      .get('/api/v1/jobs')
      .qs({ status: 'queued', limit: 1, after: queued.body().meta.next_cursor })
      .bearerToken(token)
    const ofVideo = await client
      .get('/api/v1/jobs')
      .qs({ video_id: jobs[0].videoId })
      .bearerToken(token)

    assert.deepEqual(next.body().meta, {
      ...{ limit: 1, next_cursor: null, total: 2, is_total_exact: true },
    })
    assert.equal(queued.body().data[0].id, jobs[2].id)
    assert.equal(next.body().data[0].id, jobs[1].id)
    assert.deepEqual(
      ofVideo.body().data.map((job: { id: string }) => job.id),
      [jobs[0].id]
    )
  })

  test('who started and cancelled it is audited as coming by the API', async ({
    client,
    assert,
  }) => {
    const video = await makeVideo()
    const answer = await client
      .post(`/api/v1/videos/${video.id}/jobs`)
      .bearerToken(token)
      .json({ preset: 'medium' })

    const entry = await db.from('audit').where('action', 'job.started').first()
    assert.equal(entry.via, 'api')
    assert.equal(entry.actor, 'A operator')
    assert.equal(entry.subject_id, answer.body().id)
  })

  async function started() {
    const video = await makeVideo()
    const version = await db.from('preset_versions').first()
    const job = await Job.create({
      videoId: video.id,
      presetVersionId: version.id,
      requestedVia: 'api',
    })
    return job.refresh()
  }

  /** Lets the job fail as often as its policy asks for. */
  async function fail(id: string, cause: string, times = 1) {
    for (let time = 0; time < times; time += 1) {
      await db
        .from('jobs')
        .where({ id })
        .update({ due_at: db.raw('now()') })
      const lease = await claimJob(id, 'a worker')
      await failAttempt(lease!, { cause, message: 'It went wrong', evidence: 'encv' })
    }
  }
})

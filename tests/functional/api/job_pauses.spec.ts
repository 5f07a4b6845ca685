import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import Job from '#jobs/job'
import CancelJob from '#jobs/life/cancel_job'
import { mediakeep } from '#accounts/actor'
import { claimJob } from '#jobs/life/claim_job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { personOf, tokenOf } from '#tests/helpers/people'
import { startJob } from '#tests/helpers/work'

test.group('Pausing a job', (group) => {
  group.each.setup(() => cleanDatabase())

  async function runningJob() {
    const job = await startJob(await makeVideo())
    await claimJob(job.id, 'a worker')
    return job
  }

  test('is asked of the worker that runs it, and taken back', async ({ client, assert }) => {
    const { id } = await runningJob()
    const token = await tokenOf('operator')
    const paused = await client.post(`/api/v1/jobs/${id}/pause`).bearerToken(token)
    const resumed = await client.post(`/api/v1/jobs/${id}/resume`).bearerToken(token)

    paused.assertStatus(202)
    assert.containsSubset(paused.body(), { status: 'running', paused_by: 'A operator' })
    assert.containsSubset(resumed.body(), { status: 'running', paused_by: null })
  })

  test('holds a job that waits, too', async ({ client, assert }) => {
    const { id } = await startJob(await makeVideo())
    const token = await tokenOf('operator')
    const paused = await client.post(`/api/v1/jobs/${id}/pause`).bearerToken(token)

    assert.containsSubset(paused.body(), { status: 'queued', paused_by: 'A operator' })
    assert.isNotNull(paused.body().paused_at)
    assert.isNull(await claimJob(id, 'a worker'))
    const page = await client.get(`/jobs/${id}`).loginAs(await personOf('viewer'))
    page.assertTextIncludes('no worker takes it until somebody resumes it')
    await client.post(`/api/v1/jobs/${id}/resume`).bearerToken(token)
    assert.isNotNull(await claimJob(id, 'a worker'))
  })

  test('is refused of a job that is over, and to viewers', async ({ client, assert }) => {
    const job = await startJob(await makeVideo())
    const { id } = job
    await (await app.container.make(CancelJob)).handle({ job, by: mediakeep('system') })
    const ask = async (role: 'viewer' | 'operator', what: string) =>
      client.post(`/api/v1/jobs/${id}/${what}`).bearerToken(await tokenOf(role))

    for (const what of ['pause', 'resume']) {
      const over = await ask('operator', what)
      assert.equal(over.body().code, 'E_JOB_ALREADY_ENDED')
      ;(await ask('viewer', what)).assertStatus(403)
    }
  })

  test('is done in the console too', async ({ client, assert }) => {
    const { id } = await runningJob()
    const operator = await personOf('operator')
    const press = (what: string) =>
      client.post(`/jobs/${id}/${what}`).loginAs(operator).withCsrfToken()

    const paused = await press('pause')
    const requestedBy = (await Job.findOrFail(id)).pauseRequestedBy
    const resumed = await press('resume')

    assert.equal(requestedBy, 'A operator')
    paused.assertTextIncludes('The job stands still in a moment.')
    paused.assertTextIncludes(`/jobs/${id}/resume`)
    resumed.assertTextIncludes('The job goes on.')
    assert.isNull((await Job.findOrFail(id)).pauseRequestedBy)
  })
})

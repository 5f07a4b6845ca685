import { test } from '@japa/runner'
import Job from '#jobs/job'
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

  test('is refused of a job that does not run, and to viewers', async ({ client, assert }) => {
    const { id } = await startJob(await makeVideo())
    const ask = async (role: 'viewer' | 'operator', what: string) =>
      client.post(`/api/v1/jobs/${id}/${what}`).bearerToken(await tokenOf(role))

    for (const what of ['pause', 'resume']) {
      const waiting = await ask('operator', what)
      assert.equal(waiting.body().code, 'E_JOB_NOT_RUNNING')
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

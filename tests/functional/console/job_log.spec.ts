import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import Attempt from '#jobs/attempt'
import Job from '#jobs/job'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { ace } from '#tests/helpers/ace'
import { personOf, tokenOf } from '#tests/helpers/people'

test.group('The whole log of a job', (group) => {
  group.each.setup(() => cleanDatabase())

  test('is one text for the console, the API and the terminal', async ({ client, assert }) => {
    const job = await twiceTried()

    const page = await client.get(`/jobs/${job.id}`).loginAs(await personOf('viewer'))
    const file = await client.get(`/jobs/${job.id}/log`).loginAs(await personOf('viewer'))
    const told = await client
      .get(`/api/v1/jobs/${job.id}/log?download=1`)
      .bearerToken(await tokenOf('viewer', ['jobs:read']))
    const typed = await ace(['job:log', job.id])

    assert.include(page.text(), `href="/jobs/${job.id}/log"`)
    assert.include(told.header('content-disposition')!, `attachment; filename="job-${job.id}.log"`)
    assert.include(told.header('content-type')!, 'text/plain')
    assert.equal(told.text(), file.text())
    assert.equal(typed.stdout, told.text())
    assert.equal(typed.code, 0)
  })

  test('tells every attempt in order: times, phases, cause, command, words', async ({
    client,
    assert,
  }) => {
    const job = await twiceTried()

    const answer = await client
      .get(`/api/v1/jobs/${job.id}/log?download=1`)
      .bearerToken(await tokenOf('viewer'))

    const text = answer.text()
    const order = ['Job:', 'Request:   from-far', '== Attempt 1: lost ==', 'first words']
    const places = [...order, '== Attempt 2: failed ==', 'last words'].map((one) =>
      text.indexOf(one)
    )
    assert.notInclude(places, -1)
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other)
    )
    assert.include(text, 'Phases:    probe 0.50 s, encode 12.00 s')
    assert.include(text, 'Cause:     DISK_FULL: no room')
    assert.include(text, `Command:   ffmpeg -i 'a b.mp4'`)
    assert.include(text, 'Cost:      ffmpeg 12.00 s, CPU 20.00 s, 10 MiB at most')
  })

  test('is bounded: of many attempts the last are told', async ({ client, assert }) => {
    const job = await failedJob({ title: 'A knee' })
    await Attempt.query().where('job_id', job.id).delete()
    const attempts = Array.from({ length: 25 }, (_, at) => ({
      ...{ jobId: job.id, number: at + 1, leaseToken: at + 1, workerId: 'w' },
      ...{ status: 'failed' as const, log: 'x'.repeat(128 * 1024), finishedAt: DateTime.now() },
    }))
    await Attempt.createMany(attempts)
    await Job.query().where('id', job.id).update({ attemptCount: 25 })

    const answer = await client
      .get(`/api/v1/jobs/${job.id}/log?download=1`)
      .bearerToken(await tokenOf('viewer'))

    assert.include(answer.text(), 'Attempts:  25, the first 5 left out')
    assert.notInclude(answer.text(), '== Attempt 5:')
    assert.include(answer.text(), '== Attempt 6:')
    assert.isBelow(answer.text().length, 3 * 1024 * 1024)
  })

  test('a program that may not read jobs gets none', async ({ client }) => {
    const job = await twiceTried()

    const answer = await client
      .get(`/api/v1/jobs/${job.id}/log?download=1`)
      .bearerToken(await tokenOf('viewer', ['videos:read']))

    answer.assertStatus(403)
  })

  test('whoever asks for a job among the parts is told where it is', async ({ assert }) => {
    const { code, stderr } = await ace(['logs', '0190a5c2-0000-7000-8000-000000000000'])

    assert.equal(code, 1)
    assert.include(stderr, './ace job:log 0190a5c2-0000-7000-8000-000000000000')
  })
})

/** A job whose first worker was lost and whose second attempt failed. */
async function twiceTried(): Promise<Job> {
  const job = await failedJob({ title: 'A knee' })
  await Attempt.query().where('job_id', job.id).delete()
  const common = { jobId: job.id, workerId: 'w', finishedAt: DateTime.now() }
  await Attempt.create({ ...common, number: 1, leaseToken: 1, status: 'lost', log: 'first words' })
  await Attempt.create({
    ...{ ...common, number: 2, leaseToken: 2, status: 'failed', log: 'last words' },
    ...{ argv: ['ffmpeg', '-i', 'a b.mp4'], cause: 'DISK_FULL', message: 'no room', exit: '1' },
    ...{ cpuS: 20, wallMs: 12_000, peakMemoryBytes: 10 * 1024 * 1024 },
    timings: { probe: 500, encode: 12_000 },
  })
  return job.merge({ attemptCount: 2, requestId: 'from-far' }).save()
}

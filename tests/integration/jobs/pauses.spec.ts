import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import CancelJob from '#jobs/life/cancel_job'
import Job from '#jobs/job'
import PauseJob from '#jobs/life/pause_job'
import { claimJob } from '#jobs/life/claim_job'
import { claimNext } from '#jobs/lanes/claim_next'
import { declareLost, failAttempt, handBackAttempt } from '#jobs/life/end_attempt'
import { JobAlreadyEnded } from '#jobs/errors'
import { renewLease, type JobLease } from '#jobs/life/job_lease'
import { JobQueue } from '#jobs/job_queue'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'

const by = mediakeep('system')
const OUTAGE = { cause: 'STORAGE_UNREACHABLE', message: 'gone', evidence: 'EIO' }

/** How an attempt may end though its job is not over. */
const ENDS: Record<string, (lease: JobLease) => Promise<unknown>> = {
  'its worker is told to stop': handBackAttempt,
  'its worker is lost': async ({ jobId, token }) => {
    const past = db.raw(`now() - interval '1 s'`)
    await db.from('jobs').where('id', jobId).update({ lease_expires_at: past })
    await declareLost(jobId, token)
  },
  'it fails and tries again': async (lease) => {
    await failAttempt(lease, OUTAGE)
    await db
      .from('jobs')
      .where('id', lease.jobId)
      .update({ due_at: db.raw('now()') })
  },
}

test.group('a pause', (group) => {
  let pauses: PauseJob
  let cancel: CancelJob

  group.each.setup(() => cleanDatabase())
  group.each.setup(async () => {
    pauses = await app.container.make(PauseJob)
    cancel = await app.container.make(CancelJob)
  })

  async function pausedWork() {
    const job = await startJob(await makeVideo())
    const lease = (await claimJob(job.id, 'w'))!
    await pauses.pause({ job, by })
    return { job, lease }
  }

  for (const [what, end] of Object.entries(ENDS)) {
    test(`is kept when ${what}, and taken back by a resume`, async ({ assert }) => {
      const { job, lease } = await pausedWork()
      await renewLease(lease, { phase: 'encode', progress: 0.4 })

      await end(lease)
      await job.refresh()
      assert.deepEqual([job.status, job.isPaused], ['queued', true])
      assert.isNotNull(job.pausedAt)
      assert.isNull(await claimNext('encode', 'w'))
      assert.isNull(await claimJob(job.id, 'w'))

      await pauses.resume({ job, by })
      const queue = await app.container.make(JobQueue)
      const reminder = { id: job.reminderId!, lane: job.lane }
      assert.lengthOf(await queue.missing([reminder]), 0)
      assert.isNotNull(await claimNext('encode', 'w'))
    })

    test(`does not hinder a cancellation when ${what}`, async ({ assert }) => {
      const { job, lease } = await pausedWork()
      await end(lease)

      await cancel.handle({ job, by })

      assert.deepEqual([job.status, job.isPaused, job.pausedAt], ['cancelled', false, null])
    })

    test(`is no use to a job that is cancelled while ${what}`, async ({ assert }) => {
      const { job, lease } = await pausedWork()
      await cancel.handle({ job, by })

      await end(lease)

      assert.equal((await job.refresh()).status, 'cancelled')
    })
  }

  test('of a job that waits keeps it out of the line until it is resumed', async ({ assert }) => {
    const job = await startJob(await makeVideo())

    await pauses.pause({ job, by })
    assert.isNull(await claimNext('encode', 'w'))

    await pauses.resume({ job, by })
    assert.isNotNull(await claimNext('encode', 'w'))
  })

  test('is told to the audit once, however often it is asked for', async ({ assert }) => {
    const { job } = await pausedWork()
    await pauses.pause({ job, by })
    await pauses.resume({ job, by })
    await pauses.resume({ job, by })

    const lines = await db.from('audit').where('subject_id', job.id).orderBy('id')
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['job.started', 'job.paused', 'job.resumed']
    )
  })

  test('is refused of what is over', async ({ assert }) => {
    const job = await startJob(await makeVideo())
    await cancel.handle({ job, by })

    await assert.rejects(() => pauses.pause({ job, by }), JobAlreadyEnded)
    await assert.rejects(() => pauses.resume({ job, by }), /nothing to resume/)
  })

  test('outlives the attempt like the progress does, and the database holds to both', async ({
    assert,
  }) => {
    const { job, lease } = await pausedWork()
    await renewLease(lease, { phase: 'encode', progress: 0.6 })
    await handBackAttempt(lease)
    await pauses.resume({ job, by })
    const next = (await claimJob(job.id, 'w'))!
    await renewLease(next, { phase: 'encode', progress: 0.2 })

    await job.refresh()
    assert.closeTo(job.progress, 0.6, 0.001)
    assert.closeTo(job.attemptProgress, 0.2, 0.001)
    const write = (columns: object) => Job.query().where('id', job.id).update(columns)
    await assert.rejects(() => write({ attemptProgress: 0.9 }), /jobs_progress_never_falls/)
    await handBackAttempt(next)
    await assert.rejects(() => write({ pausedAt: new Date() }), /jobs_waits_paused/)
    await cancel.handle({ job, by })
    const paused = { pausedAt: new Date(), pauseRequestedAt: new Date(), pauseRequestedBy: 'x' }
    await assert.rejects(() => write(paused), /jobs_paused_until_ended/)
  })
})

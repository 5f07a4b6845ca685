import { setImmediate as turn } from 'node:timers/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import StartBatch from '#jobs/batches/start_batch'
import AfterAttempt from '#jobs/life/after_attempt'
import CancelJob from '#jobs/life/cancel_job'
import DeleteVideo from '#jobs/life/delete_video'
import type Job from '#jobs/job'
import PauseJob from '#jobs/life/pause_job'
import Reconcile from '#jobs/repair/reconcile'
import RetryJob from '#jobs/life/retry_job'
import { cancelAttempt, failAttempt, handBackAttempt } from '#jobs/life/end_attempt'
import { cancelBatch } from '#jobs/batches/cancel_batch'
import { claimJob } from '#jobs/life/claim_job'
import { findJob } from '#jobs/reports/find_job'
import { publishRenditions } from '#pipeline/publish_renditions'
import { renewLease, type JobLease } from '#jobs/life/job_lease'
import { MediaStore } from '#storage/media_store'
import { mediakeep } from '#accounts/actor'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { startJob } from '#tests/helpers/work'
import { Dice } from '#tests/chaos/dice'
import type { EncodePlan } from '#media/plan/encode_plan'

const by = mediakeep('system')
const ROUNDS = 50
/** Repeats who comes; who is quicker is the machine's. */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)

/** What whoever comes too late is told. */
const REFUSALS = [
  ...['E_JOB_ALREADY_ENDED', 'E_JOB_NOT_RETRIABLE', 'E_JOB_ALREADY_ACTIVE', 'E_JOB_NOT_FOUND'],
  ...['E_VIDEO_BEING_DELETED', 'E_VIDEO_NOT_FOUND', 'E_ROW_NOT_FOUND'],
]

const OUTAGE = { cause: 'STORAGE_UNREACHABLE', message: 'gone', evidence: '' }
const BROKEN = { cause: 'INPUT_NO_VIDEO', message: 'no', evidence: '' }
const NO_FILES = {
  ...{ plan: { poster: null } as EncodePlan, folder: '', verified: [], warnings: [] },
  signal: new AbortController().signal,
}

type Hand = (jobId: string, videoId: number) => Promise<unknown>

/** People, workers and the reconciler, each of whom does one thing to a job. */
async function handsOf(dice: Dice): Promise<Record<string, Hand>> {
  const [cancel, retry, pauses, deletes, reconcile, after, store] = await Promise.all([
    ...[app.container.make(CancelJob), app.container.make(RetryJob)],
    ...[app.container.make(PauseJob), app.container.make(DeleteVideo)],
    ...[app.container.make(Reconcile), app.container.make(AfterAttempt)],
    app.container.make(MediaStore),
  ] as const)
  const ends: ((lease: JobLease, job: Job) => Promise<unknown>)[] = [
    (lease) => handBackAttempt(lease),
    (lease) => failAttempt(lease, OUTAGE),
    (lease) => failAttempt(lease, BROKEN),
    (lease, job) => publishRenditions(store, { job, lease, ...NO_FILES }),
    ({ jobId }) =>
      db
        .from('jobs')
        .where('id', jobId)
        .update({ lease_expires_at: db.raw(`now() - interval '1 s'`) }),
  ]
  return {
    cancels: async (id) => cancel.handle({ job: await findJob(id), by }),
    retries: async (id) => retry.handle({ job: await findJob(id), by }),
    pauses: async (id) => pauses.pause({ job: await findJob(id), by }),
    resumes: async (id) => pauses.resume({ job: await findJob(id), by }),
    deletes: (_, videoId) => deletes.handle({ videoId, by }),
    reconciles: () => reconcile.handle(),
    works: async (id) => {
      await db
        .from('jobs')
        .where({ id, status: 'queued' })
        .update({ due_at: db.raw('now()') })
      const lease = await claimJob(id, 'w')
      if (!lease) return
      const job = await findJob(id)
      for (let beats = dice.between(0, 3); beats > 0; beats--) {
        await loiter(dice)
        const state = await renewLease(lease, { phase: 'encode', progress: dice.next() })
        if (state === 'lost') return
        if (state === 'cancel_requested')
          return after.handle(id, String(await cancelAttempt(lease)))
      }
      await dice.pick(ends)(lease, job)
      await after.handle(id, 'handed_back')
    },
  }
}

const USUAL = ['works', 'works', 'works', 'cancels', 'retries', 'pauses', 'resumes', 'reconciles']

/** Waits for nothing in particular, so that the order of all of them is another in each round. */
async function loiter(dice: Dice) {
  for (let turns = dice.between(0, 40); turns > 0; turns--) await turn()
}

async function refusedOrDone(doing: Promise<unknown>): Promise<void> {
  await doing.catch((error) => {
    if (!REFUSALS.includes(error.code)) throw error
  })
}

/** What is wrong with the job as it stands; nothing where all holds. */
async function faultsOf(jobId: string): Promise<string[]> {
  const { rows } = await db.rawQuery(FAULTS, { jobId })
  return rows.map((row: { fault: string }) => row.fault)
}

const FAULTS = `
  with job as (select * from jobs where id = :jobId),
  told as (
    select (array_agg(action order by id desc) filter (where action in ('job.cancelled', 'job.retried')))[1] as fate,
      (array_agg(action order by id desc) filter (where action in ('job.paused', 'job.resumed')))[1] as pause,
      count(*) filter (where action = 'job.retried') as retries
    from audit where subject_id = :jobId::text),
  tries as (
    select count(*) as total, coalesce(max(number), 0) as last,
      count(*) filter (where status = 'running') as running,
      count(*) filter (where status = 'running' and lease_token = (select lease_token from job)) as mine,
      count(*) filter (where status = 'completed') as completed
    from attempts where job_id = :jobId)
  select fault from job, told, tries, videos, lateral (values
    ('attempts have gaps', tries.total <> tries.last or tries.total <> job.attempt_count),
    ('runs without exactly one attempt', (job.status = 'running') <> (tries.mine = 1) or tries.running <> tries.mine),
    ('completed otherwise than once', tries.completed <> (job.status = 'completed')::int),
    ('a cancellation is forgotten', told.fate = 'job.cancelled' and (job.status = 'queued'
      or job.status = 'running' and job.cancel_requested_at is null)),
    ('a pause is not as was asked', told.retries = 0 and job.status in ('queued', 'running')
      and (job.pause_requested_at is not null) <> (coalesce(told.pause, '') = 'job.paused')),
    ('the video says otherwise', videos.status <> case job.status when 'running' then 'processing' else job.status end),
    ('waits though its video goes', videos.deletion_requested_at is not null and job.status = 'queued')
  ) as checked (fault, is_so)
  where videos.id = job.video_id and is_so`

test.group('Many hands on one job', (group) => {
  group.setup(() => cleanDatabase())

  test('leave it whole, and each is obeyed or refused', async ({ assert }) => {
    const dice = new Dice(SEED)
    const hands = await handsOf(dice)
    for (let round = 1; round <= ROUNDS; round++) {
      const { id, videoId } = await startJob(await makeVideo())
      const names = Array.from({ length: dice.between(4, 9) }, () => dice.pick(USUAL))
      if (dice.next() < 0.2) names.push('deletes')
      const where = `round ${round} of SEED=${SEED}: ${names.join(', ')}`

      const all = names.map(async (name) => {
        await loiter(dice)
        await refusedOrDone(hands[name](id, videoId))
      })
      const ends = await Promise.allSettled(all)

      const thrown = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
      assert.deepEqual(thrown.map(String), [], where)
      assert.deepEqual(await faultsOf(id), [], where)
    }
  }).timeout(180_000)

  test('on a batch leave nothing that waits when it is cancelled', async ({ assert }) => {
    const dice = new Dice(SEED)
    const start = await app.container.make(StartBatch)
    for (let round = 1; round <= 15; round++) {
      for (let n = 0; n < 3; n++) await makeVideo({ title: `round ${round}` })
      const selection = { search: `round ${round}`, status: 'pending', maxVideos: null } as const
      const { batch, jobIds } = await start.handle({ ...selection, preset: 'low', by })
      const leases = await Promise.all(jobIds.map((id) => claimJob(id, 'w')))

      const handed = leases.map(async (lease) => {
        await loiter(dice)
        await handBackAttempt(lease!)
      })
      await Promise.all([cancelBatch({ batchId: batch.id, by }), ...handed])

      const left = await db.from('jobs').where('batch_id', batch.id).whereNot('status', 'cancelled')
      assert.lengthOf(left, 0, `round ${round} of SEED=${SEED}`)
    }
  })

  test('leave nothing that would stay for ever', async ({ assert }) => {
    const left = { status: 'running', lease_expires_at: db.raw(`now() - interval '1 s'`) }
    await db.from('jobs').where('status', 'running').update(left)
    await db.from('videos').update({ updated_at: db.raw('now()') })
    const old = { deletion_requested_at: db.raw(`now() - interval '1 minute'`) }
    await db.from('videos').whereNotNull('deletion_requested_at').update(old)
    const reconcile = await app.container.make(Reconcile)
    await reconcile.handle()
    await reconcile.handle()

    assert.lengthOf(await db.from('videos').whereNotNull('deletion_requested_at'), 0)
    assert.lengthOf(await db.from('jobs').where('status', 'running'), 0)
    assert.lengthOf(await db.from('attempts').where('status', 'running'), 0)
    assert.lengthOf(await db.from('jobs').where({ status: 'queued', is_held: true }), 0)
  })
})

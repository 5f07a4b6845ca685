import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import type Job from '#jobs/job'
import CreatePreset from '#presets/create_preset'
import EditPreset from '#presets/edit_preset'
import StartJob from '#jobs/life/start_job'
import { CANDIDATES_SQL, claimNext } from '#jobs/lanes/claim_next'
import { forecastJobs } from '#jobs/forecast/forecast_jobs'
import { strandedJobs } from '#jobs/reports/stranded_jobs'
import { liveWorkers, registerWorker } from '#jobs/worker_registry'
import { findPresetVersion } from '#presets/find_preset_version'
import { mediakeep } from '#accounts/actor'
import JobWorker from '#queue/job_worker'
import { until } from '#tests/helpers/until'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'

const BY = mediakeep('system')
const able = (...tags: string[]) => ({ tags, payloadVersion: 1 })
const slots = { encode: 1, quick: 1 }

async function ask(workerTags: string[] = [], preset = 'mobile'): Promise<Job> {
  const start = await app.container.make(StartJob)
  return start.handle({ video: await makeVideo(), preset, workerTags, by: BY })
}

/** Quickly, for the events and tallies of ten thousand are not what is asked. */
async function standInLine(jobs: number, workerTags: string[]) {
  const { id } = await findPresetVersion('mobile')
  await db.transaction(async (trx) => {
    await trx.rawQuery('alter table videos disable trigger user')
    await trx.rawQuery('alter table jobs disable trigger user')
    await trx.rawQuery(
      `insert into videos (id, title, original_name, original_key, size_bytes, sha256, container, duration_s, has_audio,
         media_info)
       select 1000000 + n, n, n, 'originals/' || n, 1, lpad(n::text, 64, '0'), 'mp3', 1, true, '{}'
       from generate_series(1, :jobs) as n`,
      { jobs }
    )
    await trx.rawQuery(
      `insert into jobs (id, video_id, preset_version_id, place, worker_tags, requested_via)
       select gen_random_uuid(), 1000000 + n, :id, -n, :workerTags::text[], 'system'
       from generate_series(1, :jobs) as n`,
      { id, jobs, workerTags }
    )
    await trx.rawQuery('alter table jobs enable trigger user')
    await trx.rawQuery('alter table videos enable trigger user')
  })
  await db.rawQuery('analyze jobs')
}

/** A node of a plan, as EXPLAIN tells it. */
interface PlanNode {
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Plans'?: PlanNode[]
}

function rowsLookedAt(node: PlanNode): number {
  const { 'Plans': plans = [], 'Rows Removed by Filter': removed = 0 } = node
  const own = (node['Actual Rows'] + removed) * node['Actual Loops']
  return plans.reduce((sum, plan) => sum + rowsLookedAt(plan), own)
}

test.group('A worker takes jobs', (group) => {
  group.each.setup(() => cleanDatabase())

  test('whose tags it has all of, and those without', async ({ assert }) => {
    const [both, gpu, plain] = [await ask(['gpu', 'big']), await ask(['gpu']), await ask()]

    assert.equal((await claimNext('encode', 'w', able('gpu')))?.jobId, gpu.id)
    assert.equal((await claimNext('encode', 'w', able('gpu')))?.jobId, plain.id)
    assert.isNull(await claimNext('encode', 'w', able('gpu')))
    assert.isNull(await claimNext('encode', 'w', able('big')))
    assert.equal((await claimNext('encode', 'w', able('arm', 'big', 'gpu')))?.jobId, both.id)
  })

  test('by their rank whatever their tags', async ({ assert }) => {
    const ids: string[] = []
    for (const tags of [['b'], [], ['a'], ['a', 'b'], []]) ids.push((await ask(tags)).id)

    const claimed: (string | undefined)[] = []
    while (claimed.length < ids.length) {
      claimed.push((await claimNext('encode', 'w', able('a', 'b')))?.jobId)
    }

    assert.deepEqual(claimed, ids)
  })

  test('that need what their preset needs as well', async ({ assert }) => {
    const { recipe } = await findPresetVersion('mobile')
    const limits = { workerTags: ['gpu'] }
    const create = new CreatePreset()
    await create.handle({ name: 'fast', title: 'F', description: '', recipe, limits, by: BY })

    const job = await ask(['big'], 'fast')

    assert.deepEqual(job.workerTags, ['big', 'gpu'])
    await new EditPreset().handle({ name: 'fast', limits: {}, by: BY })
    assert.deepEqual((await ask([], 'fast')).workerTags, [])
  })

  test('of a version that it understands, and leaves newer ones', async ({ assert }) => {
    const [newer, older] = [await ask(), await ask()]
    await newer.merge({ payloadVersion: 2 }).save()

    assert.equal((await claimNext('encode', 'old'))?.jobId, older.id)
    assert.isNull(await claimNext('encode', 'old'))
    const next = await claimNext('encode', 'new', { tags: [], payloadVersion: 2 })
    assert.equal(next?.jobId, newer.id)
  })

  test('as its version lets it, and a newer one beside it the others', async ({ assert }) => {
    const [newer, older] = [await ask(), await ask()]
    await newer.merge({ payloadVersion: 2, priority: 10 }).save()
    const begun = async (job: Job) => (await job.refresh()).attemptCount > 0
    const start = async (payloadVersion: number) => {
      const worker = await app.container.make(JobWorker)
      return { worker, ends: worker.run({ slots, graceMs: 0, payloadVersion }) }
    }

    const old = await start(1)
    await until(() => begun(older))
    assert.isFalse(await begun(newer))
    const upgraded = await start(2)
    await until(() => begun(newer))

    for (const { worker } of [old, upgraded]) worker.stop()
    await Promise.all([old.ends, upgraded.ends])
    const [attempt] = await db.from('attempts').where('job_id', newer.id)
    assert.equal(attempt.worker_id, upgraded.worker.id)
  })

  test('behind ten thousand of others by looking at a few rows alone', async ({ assert }) => {
    await standInLine(10_000, ['gpu'])
    const mine = await ask(['arm'])

    const { rows } = await db.rawQuery(`explain (analyze, format json) ${CANDIDATES_SQL}`, {
      ...{ lane: 'encode', tags: ['arm'], payloadVersion: 1, candidates: 5 },
    })

    assert.isBelow(rowsLookedAt(rows[0]['QUERY PLAN'][0].Plan), 50)
    assert.equal((await claimNext('encode', 'w', able('arm')))?.jobId, mine.id)
    assert.exists(await claimNext('encode', 'w', able('gpu')))
  })
})

test.group('What no live worker takes', (group) => {
  group.each.setup(() => cleanDatabase())

  test('is told in words, by what is missing', async ({ assert }) => {
    await ask()
    await ask(['gpu'])
    await ask(['gpu'])
    await (await ask(['big'])).merge({ payloadVersion: 2 }).save()
    await registerWorker('films', { encode: 1, quick: 0 }, able('big'))
    await registerWorker('pictures', { encode: 0, quick: 1 }, able('arm'))

    const stranded = await strandedJobs(await liveWorkers())

    assert.deepEqual(
      stranded.map(({ jobs, reason }) => [jobs, reason]),
      [
        [2, 'Waits for a worker with the tag gpu: none is alive'],
        [
          1,
          'Waits for a worker that understands jobs of version 2: none is alive; upgrade the workers',
        ],
      ]
    )
  })

  test('has no end foreseen, and says so itself', async ({ assert }) => {
    await registerWorker('w', slots, able())
    const [mine, others] = [await ask(), await ask(['gpu'])]

    await forecastJobs([mine, others])

    assert.isUndefined(mine.forecast!.waitsFor)
    assert.equal(others.forecast!.waitsFor, 'Waits for a worker with the tag gpu: none is alive')
    assert.isNull(others.forecast!.eta)
  })
})

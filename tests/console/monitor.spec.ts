import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { registerWorker } from '#jobs/worker_registry'
import { ace, aceJson, RunningCommand } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { until } from '#tests/helpers/until'
import { startJob } from '#tests/helpers/work'

/** One job that runs on a worker and one that waits. */
async function busy() {
  await registerWorker('worker-1', { encode: 2, quick: 1 })
  const running = await startJob(await makeVideo({ title: 'Runs \u001B[31mred' }))
  const lease = { lease_owner: 'worker-1', lease_expires_at: db.raw(`now() + interval '1 minute'`) }
  const move = { status: 'running', phase: 'encode', progress: 0.5, started_at: db.raw('now()') }
  await db
    .from('jobs')
    .where('id', running.id)
    .update({ ...move, ...lease })
  await db.from('videos').where('id', running.videoId).update({ status: 'processing' })
  const waiting = await startJob(await makeVideo({ title: 'Waits' }))
  return { running, waiting }
}

test.group('monitor', (group) => {
  group.each.setup(() => cleanDatabase())

  test('shows counts, workers and jobs, what runs first', async ({ assert }) => {
    const { running, waiting } = await busy()

    const { code, result } = await aceJson(['monitor', '--all-active'])

    assert.equal(code, 0)
    assert.containsSubset(result, {
      videos: { pending: 0, queued: 1, processing: 1, failed: 0, completedToday: 0 },
      workers: [{ id: 'worker-1', lanes: { encode: { slots: 2, running: 1 } } }],
      jobs: [
        { id: running.id, status: 'running', phase: 'encode', progress: 0.5, preset: 'mobile' },
        { id: waiting.id, status: 'queued', phase: null, progress: 0 },
      ],
    })
  })

  test('tells it in words, and titles cannot drive the terminal', async ({ assert }) => {
    await busy()

    const end = await ace(['monitor', '--no-ansi'])

    assert.equal(end.code, 0)
    assert.match(end.stdout, /0 pending, 1 queued, 1 processing, 0 failed/)
    assert.match(end.stdout, /worker-1 +0 of 1 +1 of 2/)
    assert.match(end.stdout, /█{10}░{10} +encoding 50 %/)
    assert.notInclude(end.stdout, '\u001B[31m')
  })

  test('says what to do when nothing runs', async ({ assert }) => {
    const { stdout } = await ace(['monitor'])

    assert.include(stdout, 'No worker is running: start one with ./ace work')
    assert.include(stdout, 'No job waits or runs: start one with ./ace process')
  })

  test('shows only what is being processed', async ({ assert }) => {
    const { running } = await busy()

    const { result } = await aceJson(['monitor', '--processing-videos'])

    assert.lengthOf(result.jobs, 1)
    assert.equal(result.jobs[0].id, running.id)
  })

  test('sums up the last days', async ({ assert }) => {
    await busy()

    const [json, text, wrong] = await Promise.all([
      aceJson(['monitor', '--stats', '--days', '7']),
      ace(['monitor', '--stats']),
      ace(['monitor', '--stats', '--days', '0']),
    ])

    assert.containsSubset(json.result, { days: 7, videosAdded: 2, jobsStarted: 2, completed: 0 })
    assert.lengthOf(json.result.daily, 7)
    assert.include(text.stdout, 'The last 30 days')
    assert.equal(wrong.code, 2)
    assert.include(wrong.stderr, '--days is 0: give a whole number from 1 to 365')
  })

  test('watches until Ctrl-C', async ({ assert }) => {
    const watching = new RunningCommand(['monitor', '--watch'])
    await until(async () => watching.stdout.includes('0 queued'), 30_000)

    await busy()
    await until(async () => watching.stdout.includes('1 queued'), 10_000)
    const code = await watching.end('SIGINT')

    assert.equal(code, 0)
  })
})

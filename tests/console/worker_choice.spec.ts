import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { registerWorker } from '#jobs/worker_registry'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { makeVideo } from '#tests/helpers/make_video'
import { until } from '#tests/helpers/until'
import { endProcess, spawnWorker } from '#tests/helpers/worker_process'

const NOBODY = 'Waits for a worker with the tag gpu: none is alive'

test.group('Lanes and tags at the terminal', (group) => {
  group.each.setup(() => cleanDatabase())

  test('a worker takes them from its settings and tells them', async ({ assert, cleanup }) => {
    const worker = spawnWorker({ WORKER_LANES: 'encode', WORKER_TAGS: 'gpu,big' })
    cleanup(async () => void (await endProcess(worker, 'SIGKILL')))
    await until(async () => Boolean(await db.from('workers').first()), 60_000)

    const { workers } = (await aceJson(['monitor'])).result

    assert.containsSubset(workers, [
      { tags: ['big', 'gpu'], lanes: { encode: { slots: 2 }, quick: { slots: 0 } } },
    ])
    assert.match(workers[0].version, /^\d+\.\d+\.\d+/)
    assert.equal(await endProcess(worker, 'SIGTERM'), 0)
  })

  test('what cannot be is refused in words: {argv}')
    .with([
      { argv: ['--lanes', 'films'], words: '--lanes is "films": choose one of quick, encode' },
      { argv: ['--tags', 'GPU!'], words: '"GPU!" is no tag' },
      { argv: ['--tags', 'a,b,c,d,e,f,g,h,i'], words: '9 tags are too many: give at most 8' },
      { argv: ['--concurrency', '0'], words: '--concurrency is 0' },
    ])
    .run(async ({ assert }, { argv, words }) => {
      const { code, stderr, stdout } = await ace(['work', ...argv])
      assert.equal(code, 2)
      assert.include(stdout + stderr, words)
    })

  test('queue and monitor say what no live worker takes', async ({ assert }) => {
    await registerWorker('worker-1', { encode: 1, quick: 1 })
    const { id } = await makeVideo()
    await ace(['process', '--video-id', String(id), '--worker-tags', 'gpu'])

    const { stranded } = (await aceJson(['queue'])).result

    assert.containsSubset(stranded, [{ jobs: 1, workerTags: ['gpu'], reason: NOBODY }])
    assert.include((await ace(['monitor'])).stdout, 'waits for a worker with the tag gpu')
    assert.include((await ace(['queue'])).stdout, NOBODY.replace('Waits', '1 job waits'))
  })
})

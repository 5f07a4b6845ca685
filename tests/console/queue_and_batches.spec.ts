import { test } from '@japa/runner'
import Batch from '#jobs/batches/batch'
import Job from '#jobs/job'
import { ace, aceJson } from '#tests/helpers/ace'
import { cleanDatabase } from '#tests/helpers/clean_database'
import { failedJob } from '#tests/helpers/failed_jobs'
import { makeVideo } from '#tests/helpers/make_video'

test.group('process --batch', (group) => {
  group.each.setup(() => cleanDatabase())

  test('chooses by filter, and only counts where it is dry', async ({ assert }) => {
    for (let n = 0; n < 3; n++) await makeVideo({ title: 'A knee', status: 'completed' })
    await makeVideo({ title: 'A hip', status: 'completed' })
    const chosen = ['process', '--batch', '--status', 'any', '--search', 'knee']
    const flags = [...chosen, '--lacks-preset', 'low', '--preset', 'low', '--canary', '1']

    const dry = await aceJson([...flags, '--dry-run'])
    const started = await aceJson([...flags, '--priority=-5'])

    assert.containsSubset(dry.result, { jobs: 3, videos: 4 })
    assert.equal(started.code, 0)
    assert.lengthOf(started.result.jobs, 1, 'the canary')
    const jobs = await Job.all()
    assert.deepEqual(
      jobs.map(({ priority }) => priority),
      [-5, -5, -5]
    )
  })

  test('called wrongly, it says what is missing', async ({ assert }) => {
    const [lonely, wrong, far] = await Promise.all([
      ace(['process', '--video-id', '1', '--tag', 'knee', '--dry-run']),
      ace(['process', '--batch', '--status', 'sleepy']),
      ace(['process', '--batch', '--priority', '500']),
    ])

    assert.deepEqual([lonely.code, wrong.code, far.code], [2, 2, 2])
    assert.include(lonely.stderr, '--tag and --dry-run choose videos of a --batch: add --batch')
    assert.include(wrong.stderr, '--status is "sleepy": choose one of pending')
    assert.include(far.stderr, '--priority is 500: give a whole number from -100 to 100')
  })
})

test.group('batches and batch', (group) => {
  group.each.setup(() => cleanDatabase())

  test('are listed, paused with a reason, resumed and cancelled', async ({ assert }) => {
    await makeVideo()
    await ace(['process', '--batch', '--preset', 'low'])
    const { id } = await Batch.firstOrFail()
    const batch = (...flags: string[]) => ace(['batch', String(id), ...flags])

    const [list, json] = await Promise.all([ace(['batches']), aceJson(['batches'])])
    const paused = await batch('--pause', '--reason', 'lunch')
    const resumed = await batch('--resume')
    const cancelled = await batch('--cancel')
    const late = await batch('--pause')

    assert.match(list.stdout, new RegExp(`${id} +running +low +0 of 1`))
    assert.containsSubset(json.result.batches, [{ id, state: 'running', jobs: { queued: 1 } }])
    assert.match(paused.stdout, /is paused[^]+by .+: lunch/)
    assert.include(resumed.stdout, 'is running')
    assert.include(cancelled.stdout, 'is cancelled')
    assert.equal(late.code, 1)
    assert.include(late.stderr, `Batch ${id} is cancelled: there is nothing left to change`)
  })
})

test.group('queue', (group) => {
  group.each.setup(() => cleanDatabase())

  test('is paused, resumed and limited, lane by lane', async ({ assert }) => {
    const paused = await ace(['queue', 'encode', '--pause', '--reason', 'new disks'])
    const [monitor, limited] = await Promise.all([
      ace(['monitor']),
      aceJson(['queue', 'encode', '--concurrency', '2']),
    ])
    const resumed = await ace(['queue', 'encode', '--resume'])
    const freed = await aceJson(['queue', 'encode', '--concurrency', 'none'])

    assert.match(paused.stdout, /encode is paused by .+: new disks/)
    assert.match(monitor.stdout, /encode is paused by .+: new disks/)
    assert.notInclude(resumed.stdout, 'paused')
    assert.containsSubset(limited.result.lanes, [{ name: 'encode', concurrency: 2 }])
    assert.containsSubset(freed.result.lanes, [{ name: 'encode', concurrency: null }])
  })

  test('called wrongly, it ends with 2', async ({ assert }) => {
    const ends = await Promise.all([
      ace(['queue', 'fast']),
      ace(['queue', '--concurrency', 'many']),
      ace(['queue', '--pause', '--resume']),
    ])
    assert.deepEqual(
      ends.map(({ code }) => code),
      [2, 2, 2]
    )
  })
})

test.group('Failures at the terminal', (group) => {
  group.each.setup(() => cleanDatabase())

  test('are told by cause and retried by it', async ({ assert }) => {
    const job = await failedJob({ title: 'A knee', evidence: 'no \u001B[31mspace' })
    const other = await failedJob({ cause: 'TIME_LIMIT' })

    const told = await ace(['monitor', '--failures'])
    const retried = await aceJson(['retry', '--failed', '--cause', 'DISK_FULL', '--search', 'knee'])

    assert.include(told.stdout, '1 job, one cause: The disk is full. (DISK_FULL)')
    assert.include(told.stdout, './ace retry --failed --cause DISK_FULL')
    assert.notInclude(told.stdout, '\u001B[31m')
    assert.containsSubset(retried.result.jobs, [{ id: job.id, status: 'queued' }])
    assert.equal((await Job.findOrFail(other.id)).status, 'failed')
  })
})

import { test } from '@japa/runner'
import { QueueUnreachable } from '#jobs/errors'
import { BullmqJobQueue } from '#queue/bullmq_job_queue'
import { until } from '../../helpers/until.js'
import { freePort } from '#tests/helpers/free_port'
import { endProcess, spawnRedis } from '../../helpers/worker_process.js'

const REMINDER = { id: 'r1', jobId: 'a-job', lane: 'encode', delayMs: 0 } as const

test.group('BullmqJobQueue', (group) => {
  let port: number
  let queue: BullmqJobQueue

  group.each.setup(async () => {
    port = await freePort()
    queue = new BullmqJobQueue(`redis://127.0.0.1:${port}`)
    return () => queue.close()
  })

  test('says within two seconds that Redis is away, and answers once it is back', async ({
    assert,
    cleanup,
  }) => {
    const askedAt = performance.now()
    await assert.rejects(() => queue.send([REMINDER]), QueueUnreachable)
    assert.isBelow(performance.now() - askedAt, 4_000)

    const redis = await spawnRedis(port)
    cleanup(() => void endProcess(redis, 'SIGKILL'))
    await until(() => queue.counts().then(Boolean, () => false))

    assert.deepEqual(await queue.counts(), { waiting: 0, delayed: 0, active: 0 })
  })
})

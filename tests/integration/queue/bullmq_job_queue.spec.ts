import { test } from '@japa/runner'
import { QueueUnreachable } from '#jobs/errors'
import { BullmqJobQueue } from '#queue/bullmq_job_queue'
import { until } from '../../helpers/until.js'
import { endProcess, freePort, spawnRedis } from '../../helpers/worker_process.js'

const reminder = (id: string, delayMs = 0) => ({ id, jobId: 'a-job', delayMs })

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
    await assert.rejects(() => queue.send([reminder('r1')]), QueueUnreachable)
    assert.isBelow(performance.now() - askedAt, 4_000)

    const redis = await spawnRedis(port)
    cleanup(() => void endProcess(redis, 'SIGKILL'))
    await until(() => queue.counts().then(Boolean, () => false))

    assert.deepEqual(await queue.counts(), { waiting: 0, delayed: 0, active: 0 })
  })

  test('knows which reminders are no longer on their way', async ({ assert, cleanup }) => {
    const redis = await spawnRedis(port)
    cleanup(() => void endProcess(redis, 'SIGKILL'))
    await queue.send([reminder('now'), reminder('later', 60_000), reminder('taken-back')])
    await queue.withdraw(['taken-back', 'never-sent'])

    const missing = await queue.missing(['now', 'later', 'taken-back', 'never-sent'])

    assert.sameMembers(missing, ['taken-back', 'never-sent'])
    assert.deepEqual(await queue.counts(), { waiting: 1, delayed: 1, active: 0 })
  })

  test('the same reminder twice is one', async ({ assert, cleanup }) => {
    const redis = await spawnRedis(port)
    cleanup(() => void endProcess(redis, 'SIGKILL'))

    await queue.send([reminder('once')])
    await queue.send([reminder('once')])

    assert.equal((await queue.counts()).waiting, 1)
  })
})

import { test } from '@japa/runner'
import { BullmqJobQueue } from '#queue/bullmq_job_queue'
import { MemoryJobQueue } from '#queue/memory_job_queue'
import { until } from '#tests/helpers/until'
import { freePort } from '#tests/helpers/free_port'
import { endProcess, spawnRedis } from '#tests/helpers/worker_process'
import type { JobQueue, Listener, Reminder } from '#jobs/job_queue'
import type { Lane } from '#jobs/lanes/lane'

const reminder = (id: string, of: Partial<Reminder> = {}): Reminder => {
  return { id, jobId: `job of ${id}`, lane: 'encode', delayMs: 0, ...of }
}
const sent = (id: string, lane: Lane = 'encode') => ({ id, lane })

type Opened = { queue: JobQueue; close: () => Promise<unknown> }

async function inMemory(): Promise<Opened> {
  const queue = new MemoryJobQueue()
  return { queue, close: () => queue.close() }
}

async function onRedis(): Promise<Opened> {
  const port = await freePort()
  const redis = await spawnRedis(port)
  const queue = new BullmqJobQueue(`redis://127.0.0.1:${port}`)
  const close = async () => {
    await queue.close()
    await endProcess(redis, 'SIGKILL')
  }
  return { queue, close }
}

for (const [name, open] of Object.entries({ 'in memory': inMemory, 'on Redis': onRedis })) {
  test.group(`A job queue ${name}`, (group) => {
    let queue: JobQueue
    const listeners: Listener[] = []
    const listen = (lane: Lane, onReminder: (jobId: string) => Promise<void>, concurrency = 1) => {
      const listener = queue.listen({ lane, concurrency, onReminder })
      listeners.push(listener)
      return listener
    }

    group.each.setup(async () => {
      const opened = await open()
      queue = opened.queue
      return async () => {
        await Promise.all(listeners.splice(0).map((listener) => listener.close()))
        await opened.close()
      }
    })

    test('brings every reminder of its lane, and of no other', async ({ assert }) => {
      const heard: string[] = []
      await queue.send([reminder('a'), reminder('b'), reminder('q', { lane: 'quick' })])

      listen('encode', async (jobId) => void heard.push(jobId))
      await until(async () => heard.length === 2)

      assert.sameMembers(heard, ['job of a', 'job of b'])
      await until(async () => (await queue.counts()).active === 0)
      assert.deepEqual(await queue.counts(), { waiting: 1, delayed: 0, active: 0 })
    })

    test('brings a reminder once, however often it is sent', async ({ assert }) => {
      const heard: string[] = []
      await queue.send([reminder('once')])
      await queue.send([reminder('once'), reminder('last')])

      listen('encode', async (jobId) => void heard.push(jobId))
      await until(async () => heard.includes('job of last'))

      assert.deepEqual(heard, ['job of once', 'job of last'])
    })

    test('keeps back what is not due', async ({ assert }) => {
      const startedAt = performance.now()
      const heard: { jobId: string; atMs: number }[] = []
      await queue.send([reminder('later', { delayMs: 300 }), reminder('now')])
      assert.deepEqual(await queue.counts(), { waiting: 1, delayed: 1, active: 0 })

      listen('encode', async (jobId) => {
        heard.push({ jobId, atMs: performance.now() - startedAt })
      })
      await until(async () => heard.length === 2)

      assert.equal(heard[0].jobId, 'job of now')
      assert.isAtLeast(heard[1].atMs, 290)
    })

    test('brings as many at a time as asked for', async ({ assert }) => {
      let atWork = 0
      let most = 0
      let done = 0
      await queue.send(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => reminder(id)))

      const gate = Promise.withResolvers<void>()
      const work = async () => {
        most = Math.max(most, ++atWork)
        if (atWork === 2) gate.resolve()
        await gate.promise
        atWork -= 1
        done += 1
      }
      listen('encode', work, 2)
      await until(async () => done === 6)

      assert.equal(most, 2)
    })

    test('knows what is no longer on its way, and takes back what waits', async ({ assert }) => {
      await queue.send([
        reminder('waits'),
        reminder('later', { delayMs: 60_000 }),
        reminder('back'),
        reminder('quick', { lane: 'quick' }),
      ])
      await queue.withdraw([sent('back'), sent('never')])

      const asked = [sent('waits'), sent('later'), sent('back'), sent('never')]
      const missing = await queue.missing([...asked, sent('quick', 'quick')])

      assert.sameDeepMembers(missing, [sent('back'), sent('never')])
      assert.deepEqual(await queue.missing([]), [])
    })

    test('lists what waits, of every lane, with its job', async ({ assert }) => {
      await queue.send([
        reminder('waits'),
        reminder('later', { delayMs: 60_000 }),
        reminder('quick', { lane: 'quick' }),
      ])

      assert.sameDeepMembers(await queue.waiting(), [
        { ...sent('waits'), jobId: 'job of waits' },
        { ...sent('later'), jobId: 'job of later' },
        { ...sent('quick', 'quick'), jobId: 'job of quick' },
      ])
    })

    test('what is being worked on is on its way, and cannot be taken back', async ({ assert }) => {
      const gate = Promise.withResolvers<void>()
      await queue.send([reminder('held')])
      listen('encode', () => gate.promise)
      await until(async () => (await queue.counts()).active === 1)

      await queue.withdraw([sent('held')])
      assert.deepEqual(await queue.missing([sent('held')]), [])

      gate.resolve()
      await until(async () => (await queue.counts()).active === 0)
    })

    test('a listener that closes lets what it does end', async ({ assert }) => {
      const gate = Promise.withResolvers<void>()
      let hasEnded = false
      await queue.send([reminder('a'), reminder('b')])
      const listener = listen('encode', async () => {
        await gate.promise
        hasEnded = true
      })
      await until(async () => (await queue.counts()).active === 1)

      const closed = listener.close()
      gate.resolve()
      await closed

      assert.isTrue(hasEnded)
      assert.equal((await queue.counts()).waiting, 1)
    })
  })
}

import { setTimeout as delay } from 'node:timers/promises'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { JobQueue, type Reminder } from '#jobs/job_queue'
import { QueueUnreachable } from '#jobs/errors'
import { failFastConnection } from '#queue/redis_connection'

export const QUEUE_NAME = 'video_processing'

/** Kept for a look in Bull Board; the history itself is in Postgres. */
const KEEP_ENDED = { count: 1_000 }

const ANSWER_WITHIN_MS = 2_000

/** States in which a reminder still reaches a worker. */
const ON_ITS_WAY = new Set(['waiting', 'delayed', 'prioritized', 'active', 'waiting-children'])

/** The queue on Redis. */
export class BullmqJobQueue extends JobQueue {
  readonly #url: string
  #redis?: Redis
  #queue?: Queue

  constructor(url: string) {
    super()
    this.#url = url
  }

  async send(reminders: Reminder[]) {
    const entries = reminders.map(({ id, jobId, delayMs }) => ({
      name: 'process',
      data: { jobId },
      opts: {
        jobId: id,
        delay: delayMs,
        attempts: 1, // attempts are counted in Postgres
        removeOnComplete: KEEP_ENDED,
        removeOnFail: KEEP_ENDED,
      },
    }))
    await this.#answer((queue) => queue.addBulk(entries))
  }

  async missing(reminderIds: string[]) {
    if (reminderIds.length === 0) return []
    return this.#answer(async (queue) => {
      const states = await Promise.all(reminderIds.map((id) => queue.getJobState(id)))
      return reminderIds.filter((_id, at) => !ON_ITS_WAY.has(states[at]))
    })
  }

  async withdraw(reminderIds: string[]) {
    // One that a worker holds cannot be removed: it finds out by itself.
    await this.#answer((queue) =>
      Promise.all(reminderIds.map((id) => queue.remove(id).catch(() => 0)))
    )
  }

  async counts() {
    const counts = await this.#answer((queue) => queue.getJobCounts('waiting', 'delayed', 'active'))
    return { waiting: counts.waiting, delayed: counts.delayed, active: counts.active }
  }

  async close() {
    await this.#queue?.close().catch(() => undefined)
    this.#redis?.disconnect()
    this.#queue = this.#redis = undefined
  }

  /** The queue itself, for Bull Board. */
  open(): Queue {
    this.#redis ??= failFastConnection(this.#url)
    if (!this.#queue) {
      this.#queue = new Queue(QUEUE_NAME, { connection: this.#redis })
      this.#queue.on('error', () => undefined) // the caller is told by #answer
    }
    return this.#queue
  }

  /** Whoever gave up waiting is not served later: that would be a ghost. */
  async #answer<T>(ask: (queue: Queue) => Promise<T>): Promise<T> {
    const queue = this.open()
    const waiting = new AbortController()
    const ready = queue.waitUntilReady().then(() => {
      waiting.signal.throwIfAborted()
      return ask(queue)
    })
    try {
      return await Promise.race([ready, tooLate(waiting.signal)])
    } catch (error) {
      throw new QueueUnreachable({ cause: error })
    } finally {
      waiting.abort()
      ready.catch(() => undefined)
    }
  }
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await delay(ANSWER_WITHIN_MS, undefined, { signal })
  throw new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)
}

import { setTimeout as delay } from 'node:timers/promises'
import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { JobQueue, type Listening, type Reminder, type SentReminder } from '#jobs/job_queue'
import { QueueUnreachable } from '#jobs/errors'
import { LANES, type Lane } from '#jobs/lanes/lane'
import { listenToBullmq } from '#queue/bullmq_listener'
import { closeWithin } from '#queue/close_within'
import { QUEUE_NAMES } from '#queue/queue_names'
import { failFastConnection } from '#queue/redis_connection'

/** Kept for a look in Bull Board; the history itself is in Postgres. */
const KEEP_ENDED = { count: 1_000 }

const ANSWER_WITHIN_MS = 2_000

const MOST_LISTED = 10_000
const WAITING = ['waiting', 'delayed', 'prioritized'] as const

/** States in which a reminder still reaches a worker. */
const ON_ITS_WAY = new Set(['waiting', 'delayed', 'prioritized', 'active', 'waiting-children'])

/** The queue on Redis: one for each lane. */
export class BullmqJobQueue extends JobQueue {
  readonly #url: string
  #redis?: Redis
  readonly #queues = new Map<Lane, Queue>()

  constructor(url: string) {
    super()
    this.#url = url
  }

  async send(reminders: Reminder[]) {
    await this.#eachLane(reminders, (queue, those) => queue.addBulk(those.map(entryOf)))
  }

  async missing(reminders: SentReminder[]) {
    const gone = await this.#eachLane(reminders, async (queue, those) => {
      const states = await Promise.all(those.map(({ id }) => queue.getJobState(id)))
      return those.filter((_one, at) => !ON_ITS_WAY.has(states[at]))
    })
    return gone.flat()
  }

  async withdraw(reminders: SentReminder[]) {
    // One that a worker holds cannot be removed: it finds out by itself.
    await this.#eachLane(reminders, (queue, those) =>
      Promise.all(those.map(({ id }) => queue.remove(id).catch(() => 0)))
    )
  }

  async waiting() {
    const all = await Promise.all(
      LANES.map(async (lane) => {
        const last = MOST_LISTED - 1
        const entries = await this.#answer(lane, (queue) => queue.getJobs([...WAITING], 0, last))
        return entries
          .filter((entry) => entry?.id)
          .map((entry) => ({ id: entry.id!, jobId: String(entry.data?.jobId), lane }))
      })
    )
    return all.flat()
  }

  async counts() {
    const all = await Promise.all(
      LANES.map((lane) =>
        this.#answer(lane, (queue) => queue.getJobCounts('waiting', 'delayed', 'active'))
      )
    )
    const sum = (state: string) => all.reduce((total, counts) => total + counts[state], 0)
    return { waiting: sum('waiting'), delayed: sum('delayed'), active: sum('active') }
  }

  listen(listening: Listening) {
    return listenToBullmq(this.#url, listening)
  }

  async close() {
    const queues = [...this.#queues.values()]
    this.#queues.clear()
    await Promise.all(queues.map((queue) => closeWithin(() => queue.close())))
    this.#redis?.disconnect()
    this.#redis = undefined
  }

  /** The queues themselves, for Bull Board. */
  open(lane: Lane): Queue {
    this.#redis ??= failFastConnection(this.#url)
    let queue = this.#queues.get(lane)
    if (!queue) {
      queue = new Queue(QUEUE_NAMES[lane], { connection: this.#redis })
      queue.on('error', () => undefined) // the caller is told by #answer
      this.#queues.set(lane, queue)
    }
    return queue
  }

  /** Asks the queue of each lane that has something among these. */
  async #eachLane<R extends SentReminder, T>(
    reminders: R[],
    ask: (queue: Queue, those: R[]) => Promise<T>
  ): Promise<T[]> {
    const byLane = LANES.map((lane) => ({
      lane,
      those: reminders.filter((one) => one.lane === lane),
    })).filter(({ those }) => those.length > 0)
    return Promise.all(
      byLane.map(({ lane, those }) => this.#answer(lane, (queue) => ask(queue, those)))
    )
  }

  /** Whoever gave up waiting is not served later: that would be a ghost. */
  async #answer<T>(lane: Lane, ask: (queue: Queue) => Promise<T>): Promise<T> {
    const queue = this.open(lane)
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

function entryOf({ id, jobId, delayMs }: Reminder) {
  return {
    name: 'process',
    data: { jobId },
    opts: {
      jobId: id,
      delay: delayMs,
      attempts: 1, // attempts are counted in Postgres
      removeOnComplete: KEEP_ENDED,
      removeOnFail: KEEP_ENDED,
    },
  }
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await delay(ANSWER_WITHIN_MS, undefined, { signal })
  throw new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)
}

import { Queue, Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import { patientConnection } from '#queue/redis_connection'

/** Kept like the reminders, so that both cost Redis the same. */
const KEEP_ENDED = { count: 1_000 }

/** BullMQ as it comes, on a queue of its own: what benchmarks measure ours beside. */
export class BareQueue {
  readonly #redis: Redis
  readonly #url: string
  readonly #queue: Queue
  readonly #name: string

  constructor(url: string, name = 'bench_bare') {
    this.#url = url
    this.#name = name
    this.#redis = patientConnection(url)
    this.#queue = new Queue(name, { connection: this.#redis })
  }

  /** One job for each id. */
  async addAll(ids: string[]): Promise<void> {
    const opts = { attempts: 1, removeOnComplete: KEEP_ENDED, removeOnFail: KEEP_ENDED }
    await this.#queue.addBulk(
      ids.map((id) => ({ name: 'process', data: { jobId: id }, opts: { ...opts, jobId: id } }))
    )
  }

  /** Calls back for each job, one at a time, once it listens. @returns what ends it */
  async serve(onJob: (id: string) => void): Promise<() => Promise<void>> {
    const connection = patientConnection(this.#url)
    const worker = new Worker(this.#name, async ({ data }) => onJob(data.jobId), {
      connection,
      concurrency: 1,
    })
    worker.on('error', () => undefined)
    await worker.waitUntilReady()
    return async () => {
      await worker.close()
      connection.disconnect()
    }
  }

  /** Forgets all jobs. */
  async empty(): Promise<void> {
    await this.#queue.obliterate({ force: true })
  }

  async close(): Promise<void> {
    await this.#queue.close()
    this.#redis.disconnect()
  }
}

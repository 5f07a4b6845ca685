import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { Redis } from 'ioredis'
import { until } from '../helpers/until.js'

/** A Redis of the suite's own that can be killed, emptied and hurt. */
export class RedisControl {
  #process: ChildProcess | null = null
  #isKept = true

  constructor(
    readonly folder: string,
    readonly port: number
  ) {}

  get url() {
    return `redis://127.0.0.1:${this.port}/0`
  }

  get isUp() {
    return this.#process?.exitCode === null && this.#process.signalCode === null
  }

  /** @param isKept whether what it holds outlives a restart */
  async start(isKept = this.#isKept): Promise<void> {
    if (this.isUp) return
    if (!isKept) rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { recursive: true })
    this.#isKept = isKept
    const settings = {
      'bind': '127.0.0.1',
      'port': String(this.port),
      'dir': this.folder,
      'appendonly': isKept ? 'yes' : 'no',
      'save': '',
      'maxmemory-policy': 'noeviction',
      'enable-debug-command': 'yes',
    }
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value])
    const program = process.env.REDIS_SERVER_BINARY || 'redis-server'
    this.#process = spawn(program, args, { stdio: 'ignore' })
    await until(() => this.#answers(), 30_000)
  }

  async kill(): Promise<void> {
    if (!this.isUp) return
    const gone = once(this.#process!, 'exit')
    this.#process!.kill('SIGKILL')
    await gone
  }

  /** Commands on a connection of their own. */
  async ask<T>(work: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: 1, retryStrategy: () => null })
    redis.on('error', () => undefined)
    try {
      return await work(redis)
    } finally {
      redis.disconnect()
    }
  }

  /** Undoes whatever was done to it while it runs. */
  async heal(): Promise<void> {
    await this.start()
    await until(() => this.#answers(), 60_000)
    await this.ask(async (redis) => {
      await redis.config('SET', 'maxmemory', '0')
      await redis.config('SET', 'maxmemory-policy', 'noeviction')
      await redis.replicaof('NO', 'ONE')
    })
  }

  async #answers(): Promise<boolean> {
    return this.ask((redis) => redis.ping()).then(
      () => true,
      () => false
    )
  }
}

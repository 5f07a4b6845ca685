import { Redis, type RedisOptions } from 'ioredis'

/** Fails at once where Redis is away, instead of keeping commands until it is back. */
export function failFastConnection(url: string): Redis {
  return connect(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0 })
}

/** Waits for Redis however long it is away, as a worker should. */
export function patientConnection(url: string): Redis {
  return connect(url, { maxRetriesPerRequest: null })
}

/** Connects at once: BullMQ gives a lazy connection up for good when its first try fails. */
function connect(url: string, options: RedisOptions): Redis {
  const redis = new Redis(url, {
    ...options,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 200, 2_000),
  })
  redis.on('error', () => undefined) // every command says so itself
  return redis
}

import { Redis } from 'ioredis'
import { compareClocks } from '#app/doctor/clocks'
import { ok, warning, wrong, type Diagnosis } from '#app/doctor/diagnosis'

const ANSWER_WITHIN_MS = 2_000
const FULL_FROM = 0.9
/** BullMQ asks for it. */
const OLDEST_MAJOR = 6

/** The queue's server: whether it answers, keeps what it is given, and throws nothing away. */
export async function checkRedis(url: string): Promise<Diagnosis[]> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  })
  redis.on('error', () => undefined) // every command says so itself
  try {
    await redis.connect()
    return await examine(redis)
  } catch (error) {
    const sentence = `Redis does not answer at ${serverOf(url)}: ${(error as Error).message}`
    const remedy =
      'Start it (./ace up starts one) or check REDIS_URL. Accepted jobs stand in Postgres and run meanwhile'
    return [wrong('redis', sentence, remedy, 'redis-away')]
  } finally {
    redis.disconnect()
  }
}

async function examine(redis: Redis): Promise<Diagnosis[]> {
  const info = readInfo(await redis.info())
  const clock = await readClock(redis)
  return [version(info), policy(info), memory(info), persistence(info), clock]
}

type Info = Record<string, string>

function readInfo(text: string): Info {
  const lines = text.split('\r\n').filter((line) => line.includes(':'))
  return Object.fromEntries(lines.map((line) => line.split(/:(.*)/s, 2)))
}

function version({ redis_version: found }: Info): Diagnosis {
  const isOld = Number.parseInt(found, 10) < OLDEST_MAJOR
  const remedy = 'Install Redis 7 or newer'
  return isOld
    ? wrong('redis', `Redis ${found} is too old`, remedy, 'redis-old')
    : ok('redis', `Redis ${found}`)
}

function policy({ maxmemory_policy: found }: Info): Diagnosis {
  if (found === 'noeviction') return ok('redis', 'maxmemory-policy is noeviction')
  const sentence = `maxmemory-policy is ${found}: a full Redis throws reminders away`
  return wrong('redis', sentence, 'Set maxmemory-policy noeviction in redis.conf', 'redis-forgets')
}

function memory({ used_memory: used, maxmemory: most }: Info): Diagnosis {
  const [usedBytes, mostBytes] = [Number(used), Number(most)]
  if (mostBytes === 0) return ok('redis', `Redis uses ${mib(usedBytes)}, without a limit`)
  const sentence = `Redis uses ${mib(usedBytes)} of ${mib(mostBytes)}`
  if (usedBytes < mostBytes * FULL_FROM) return ok('redis', sentence)
  const remedy = 'Raise maxmemory: a full Redis takes no reminders, and jobs start seconds later'
  return warning('redis', sentence, remedy, 'redis-full')
}

function persistence({ aof_enabled: aof, rdb_last_bgsave_status: saved }: Info): Diagnosis {
  if (aof === '1') return ok('redis', 'Redis keeps an append-only file')
  const state = saved === 'ok' ? '' : ', and the last snapshot failed'
  const sentence = `appendonly is no${state}: a restart forgets reminders`
  const remedy = 'Set appendonly yes; until then the reconciler reminds anew and no job is lost'
  return warning('redis', sentence, remedy, 'redis-forgets')
}

async function readClock(redis: Redis): Promise<Diagnosis> {
  const beforeMs = Date.now()
  const [seconds, microseconds] = await redis.time()
  const serverMs = Number(seconds) * 1000 + Number(microseconds) / 1000
  return compareClocks('clock', 'Redis', { beforeMs, serverMs, afterMs: Date.now() })
}

function mib(sizeBytes: number): string {
  return `${(sizeBytes / 1024 ** 2).toFixed(1)} MiB`
}

/** Host and port without the password. */
function serverOf(url: string): string {
  if (!URL.canParse(url)) return 'REDIS_URL'
  const { hostname, port } = new URL(url)
  return `${hostname || 'localhost'}:${port || 6379}`
}

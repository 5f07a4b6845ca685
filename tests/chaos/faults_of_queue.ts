import { afterwards, pause, type Fault } from './fault.js'
import { doubleReminders } from './reminders.js'
import type { World } from './world.js'

async function restart(world: World, isKept: boolean): Promise<number> {
  await world.redis.kill()
  await pause(world.dice.between(200, 4_000))
  await world.redis.start(isKept)
  return 1
}

/** Asks Redis for something that hurts it. */
function hurt(ask: (world: World) => Promise<unknown>) {
  return async (world: World) => {
    if (!world.redis.isUp) return 0
    return ask(world).then(
      () => 1,
      () => 0
    )
  }
}

const command = (...words: [string, ...string[]]) =>
  hurt((world) => world.redis.ask((redis) => redis.call(...words)))

export const QUEUE_FAULTS: Fault[] = [
  {
    name: 'Redis killed, its data kept',
    row: 11,
    weight: 3,
    inject: (world) => restart(world, true),
  },
  {
    name: 'Redis killed, its data lost',
    row: 12,
    weight: 3,
    inject: (world) => restart(world, false),
  },
  { name: 'FLUSHALL', row: 13, weight: 5, inject: command('FLUSHALL') },
  {
    name: 'DEL of keys of the queue',
    row: 13,
    weight: 4,
    inject: hurt((world) =>
      world.redis.ask(async (redis) => {
        const keys = await redis.keys('bull:*')
        const some = keys.filter(() => world.dice.next() < 0.5)
        await redis.del(world.dice.pick(keys), ...some)
      })
    ),
  },
  {
    name: 'Redis full',
    row: 14,
    weight: 2,
    inject: hurt(async (world) => {
      await world.redis.ask((redis) => redis.config('SET', 'maxmemory', '1mb'))
      await world.submit(2, 'short')
      afterwards(async () => {
        await pause(3_000)
        await world.redis.ask((redis) => redis.config('SET', 'maxmemory', '0'))
      })
    }),
  },
  {
    name: 'Redis silent',
    row: 15,
    weight: 3,
    inject: hurt(async (world) => {
      const sleepS = String(world.dice.between(1, 8))
      afterwards(() => world.redis.ask((redis) => redis.call('DEBUG', 'SLEEP', sleepS)))
      await world.submit(1, 'short')
    }),
  },
  {
    name: 'CLIENT KILL',
    row: 15,
    weight: 4,
    inject: command('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes'),
  },
  {
    name: 'Redis read-only',
    row: 16,
    weight: 2,
    inject: hurt(async (world) => {
      await world.redis.ask((redis) => redis.replicaof('127.0.0.1', '1'))
      await world.submit(1, 'short')
      afterwards(async () => {
        await pause(2_000)
        await world.redis.ask((redis) => redis.replicaof('NO', 'ONE'))
      })
    }),
  },
  {
    name: 'every reminder five times',
    row: 29,
    weight: 3,
    inject: (world) =>
      doubleReminders(world, 5)
        .then((sent) => (sent > 0 ? 1 : 0))
        .catch(() => 0),
  },
]

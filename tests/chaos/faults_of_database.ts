import { afterwards, pause, type Fault } from './fault.js'
import type { World } from './world.js'

async function restart(world: World, how: 'fast' | 'immediate', awayMs: number) {
  const submitted = world.submit(1, 'short')
  await world.postgres.stop(how)
  await pause(awayMs)
  await world.postgres.start()
  await submitted
  return 1
}

async function rowsHit(world: World, sql: string): Promise<number> {
  const rows = await world.postgres.rows(sql)
  return rows.length > 0 ? 1 : 0
}

export const DATABASE_FAULTS: Fault[] = [
  {
    name: 'Postgres restarted, fast',
    row: 17,
    weight: 2,
    inject: (world) => restart(world, 'fast', 0),
  },
  {
    name: 'Postgres restarted, immediate',
    row: 17,
    weight: 2,
    inject: (world) => restart(world, 'immediate', 0),
  },
  {
    name: 'every connection to Postgres ended',
    row: 18,
    weight: 5,
    inject: (world) =>
      rowsHit(
        world,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name <> 'judge'`
      ),
  },
  {
    name: 'a table locked',
    row: 19,
    weight: 2,
    inject: async (world) => {
      const table = world.dice.pick(['jobs', 'videos', 'attempts', 'lanes'])
      const held = world.postgres.lockTable(table, world.dice.between(1_000, 6_000))
      await held.catch(() => undefined)
      return 1
    },
  },
  {
    name: 'Postgres away while encodes end',
    row: 20,
    weight: 1,
    inject: (world) => restart(world, 'fast', world.dice.between(2_000, 8_000)),
  },
  {
    name: 'a lease taken from a living worker',
    row: 30,
    weight: 4,
    inject: (world) =>
      rowsHit(
        world,
        `update jobs set lease_expires_at = now() - interval '1 second'
         where id in (select id from jobs where status = 'running' and lost_count = 0 limit 1)
         returning id`
      ),
  },
  {
    name: 'a heartbeat swallowed by a locked row',
    row: 19,
    weight: 2,
    inject: async (world) => {
      const [job] = await world.postgres.rows<{ id: string }>(
        `select id from jobs where status = 'running' limit 1`
      )
      if (!job) return 0
      const ms = world.dice.between(1_000, 5_000)
      const sql = `with held as (select id from jobs where id = '${job.id}' for update)
        select pg_sleep(${ms / 1000}) from held`
      afterwards(() => world.postgres.rows(sql))
      return 1
    },
  },
]

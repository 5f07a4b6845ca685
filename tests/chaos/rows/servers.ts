import { until } from '../../helpers/until.js'
import { pause } from '../fault.js'
import { inject, pidsOf, untilEnded, type Row } from '../row.js'
import type { World } from '../world.js'

/** Jobs on their way, then the fault, then jobs again; nobody restarts anything. */
async function under(world: World, names: string[]) {
  const before = await world.submit(3, 'film')
  for (const name of names) {
    if (!(await inject(world, name))) throw new Error(`${name} could not be done`)
  }
  const during = await world.submit(2, 'short')
  await untilEnded(world, [...before, ...during])
}

const REDIS: [row: number, title: string, names: string[], isShort?: boolean][] = [
  [11, 'Redis killed and back with its data: work goes on', ['Redis killed, its data kept']],
  [12, 'Redis killed with its data: every job ends', ['Redis killed, its data lost'], true],
  [13, 'an emptied Redis costs time and no job', ['DEL of keys of the queue', 'FLUSHALL']],
  [14, 'a full Redis: requests are taken, work goes on', ['Redis full']],
  [15, 'a Redis that is silent or cuts its clients off', ['Redis silent', 'CLIENT KILL']],
  [16, 'a Redis that turns read-only', ['Redis read-only']],
]

const POSTGRES: [row: number, title: string, names: string[], isShort?: boolean][] = [
  [
    17,
    'Postgres restarted: no process ends, work goes on',
    ['Postgres restarted, fast', 'Postgres restarted, immediate'],
    true,
  ],
  [18, 'every connection ended: no process ends', ['every connection to Postgres ended']],
  [
    19,
    'tables locked: waits are bounded',
    ['a table locked', 'a heartbeat swallowed by a locked row'],
  ],
  [20, 'Postgres away while encodes end: nothing is lost', ['Postgres away while encodes end']],
]

export const SERVER_ROWS: Row[] = [
  ...[...REDIS, ...POSTGRES].map(([row, title, names, isShort]) => ({
    row,
    title,
    isShort,
    run: async ({ world, assert }: Parameters<Row['run']>[0]) => {
      const pids = pidsOf(world)
      const unexpected = world.fleet.unexpected.length
      if (names.includes('a heartbeat swallowed by a locked row')) {
        await world.running(await world.submit(1, 'slow'))
      }
      await under(world, names)
      assert.deepEqual(world.fleet.unexpected.slice(unexpected), [])
      assert.includeMembers(pidsOf(world), pids)
    },
  })),
  {
    row: 15,
    title: 'requests are answered within their time while Redis says nothing',
    run: async ({ world, assert }) => {
      const sleeping = world.redis.ask((redis) => redis.call('DEBUG', 'SLEEP', '6'))
      world.hit()
      await pause(200)
      const title = world.client.nextTitle()
      const { status, body, tookMs } = await world.client.upload(title, 'short', 'mobile')
      assert.equal(status, 201)
      world.ledger.acceptVideo({ videoId: body.id, title, clip: 'short', isDeleteAsked: false })
      const { id: videoId, job } = body
      world.ledger.acceptJob({ jobId: job.id, videoId, clip: 'short', preset: 'mobile' })
      assert.isBelow(tookMs, 5_000)
      await sleeping
      await untilEnded(world, [job.id])
    },
  },
  {
    row: 13,
    title: 'schedules fire in an emptied Redis',
    run: async ({ world }) => {
      await inject(world, 'FLUSHALL')
      await world.postgres.rows(
        `insert into schedules (name, cron, action, parameters, next_due_at)
         values ('after the flood', '0 0 1 1 *', 'clean_scratch', '{}', now())`
      )
      await until(async () => {
        const rows = await world.postgres.rows(
          `select 1 from firings join schedules on schedules.id = schedule_id
           where schedules.name = 'after the flood' and firings.status = 'completed'`
        )
        return rows.length === 1
      }, 30_000)
    },
  },
]

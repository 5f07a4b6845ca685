import { until } from '../../helpers/until.js'
import { blockEventLoop } from '../block_event_loop.js'
import { pause, someWorker } from '../fault.js'
import { FROZEN_MS } from '../faults_of_processes.js'
import { leftoversOf, signal } from '../process_tree.js'
import { inject, jobOf, untilEnded, type Row } from '../row.js'

const RERUN_WITHIN_MS = 90_000

export const PROCESS_ROWS: Row[] = [
  {
    row: 1,
    title: 'a worker killed in mid-encode: its ffmpeg dies with it, another completes the job',
    run: async ({ world, assert }) => {
      const ids = await world.submit(3, 'slow')
      const { id, pid } = await world.running(ids)
      await world.ffmpeg()
      await world.fleet.kill(world.workerOf(pid)!)
      world.hit()
      const killedAt = Date.now()
      // bubblewrap and ffmpeg are told by the kernel
      const own = () => leftoversOf(`${world.scratch.path}/${id}`)
      await until(async () => own().length === 0, 2_000)
      await untilEnded(world, [id], RERUN_WITHIN_MS)
      assert.isBelow(Date.now() - killedAt, RERUN_WITHIN_MS)
      const job = await jobOf(world, id)
      assert.equal(job.status, 'completed')
      assert.equal(job.lost_count, 1)
      assert.equal(job.failure_count, 0, 'a lost worker is no failure of the job')
    },
  },
  {
    row: 2,
    title: 'ffmpeg killed: the attempt names the signal, the job tries again and completes',
    isShort: true,
    run: async ({ world, assert }) => {
      for (const name of ['kill -9 of ffmpeg', 'SEGV of ffmpeg']) {
        const [id] = await world.submit(1, 'slow')
        assert.isTrue(await inject(world, name), name)
        await untilEnded(world, [id])
        const job = await jobOf(world, id)
        assert.equal(job.status, 'completed', `${name}: ${job.causes}`)
        assert.match(job.messages[0] ?? 'nothing', /SIG(KILL|SEGV)|kill|crash/i, name)
      }
    },
  },
  {
    row: 3,
    title: 'a worker killed with all its processes: as when it dies alone',
    run: async ({ world, assert }) => {
      const ids = await world.submit(2, 'slow')
      const { id, pid } = await world.running(ids)
      await world.ffmpeg()
      await world.fleet.kill(world.workerOf(pid)!, { withTree: true })
      world.hit()
      await untilEnded(world, ids)
      assert.equal((await jobOf(world, id)).status, 'completed')
    },
  },
  {
    row: 4,
    title: 'an ffmpeg that stands still is ended for NO_PROGRESS, and others go on',
    isShort: true,
    run: async ({ world, assert }) => {
      const [id] = await world.submit(1, 'slow')
      assert.isTrue(await inject(world, 'SIGSTOP of ffmpeg'))
      const others = await world.submit(2, 'short')
      await untilEnded(world, [id, ...others])
      const job = await jobOf(world, id)
      assert.equal(job.status, 'completed')
      assert.include(job.causes, 'NO_PROGRESS')
    },
  },
  {
    row: 5,
    title: 'an ffmpeg that does not listen is gone ten seconds after a cancellation',
    run: async ({ world, assert }) => {
      const [id] = await world.submit(1, 'slow')
      const pid = await world.ffmpeg()
      assert.isNotNull(pid)
      signal(pid!, 'SIGSTOP')
      world.hit()
      const askedAt = Date.now()
      await world.client.cancel(id)
      await untilEnded(world, [id], 15_000)
      assert.equal((await jobOf(world, id)).status, 'cancelled')
      assert.isBelow(Date.now() - askedAt, 10_000)
    },
  },
  {
    row: 6,
    title: 'a worker frozen for twice its lease wakes up and writes nothing',
    run: async ({ world, assert }) => {
      const ids = await world.submit(2, 'slow')
      const { id, pid } = await world.running(ids)
      const member = world.workerOf(pid)!
      signal(pid, 'SIGSTOP')
      member.isHit = true
      world.hit()
      await pause(FROZEN_MS)
      signal(pid, 'SIGCONT')
      await untilEnded(world, ids)
      const job = await jobOf(world, id)
      assert.equal(job.status, 'completed')
      assert.equal(job.attempts[0], 'lost')
      await world.fleet.terminate(member)
    },
  },
  {
    row: 7,
    title: 'a worker whose event loop is blocked past its lease writes nothing',
    run: async ({ world, assert }) => {
      const ids = await world.submit(2, 'slow')
      const { id, pid } = await world.running(ids)
      assert.isTrue(await blockEventLoop(pid, FROZEN_MS))
      world.hit()
      await untilEnded(world, ids)
      assert.equal((await jobOf(world, id)).status, 'completed')
      await pause(2_000)
    },
  },
  {
    row: 8,
    title: 'a job that loses three workers is a dead letter; its neighbours complete',
    run: async ({ world, assert }) => {
      const [poison] = await world.submit(1, 'slow')
      const neighbours = await world.submit(3, 'short')
      for (let death = 1; death <= 3; death++) {
        const { pid } = await world.running([poison], 60_000)
        await world.fleet.kill(world.workerOf(pid)!)
        world.hit()
        await until(async () => (await jobOf(world, poison)).lost_count >= death, 60_000)
      }
      await untilEnded(world, [poison, ...neighbours])
      const job = await jobOf(world, poison)
      assert.equal(job.status, 'failed')
      assert.equal(job.failure_cause, 'WORKER_LOST')
      for (const id of neighbours) assert.equal((await jobOf(world, id)).status, 'completed')
    },
  },
  {
    row: 9,
    title: 'a worker told to stop takes no more work, hands back what is long, and exits with 0',
    isShort: true,
    run: async ({ world, assert }) => {
      const ids = await world.submit(4, 'slow')
      const { id, pid } = await world.running(ids)
      const toldAt = Date.now()
      const exitCode = await world.fleet.terminate(world.workerOf(pid)!)
      world.hit()
      assert.equal(exitCode, 0)
      assert.isBelow(Date.now() - toldAt, 20_000)
      await untilEnded(world, ids)
      const job = await jobOf(world, id)
      assert.equal(job.status, 'completed')
      assert.equal(job.failure_count + job.lost_count, 0, `${job.attempts}`)
    },
  },
  {
    row: 10,
    title: 'SIGTERM and then SIGKILL: as a worker that is killed',
    run: async ({ world, assert }) => {
      const ids = await world.submit(3, 'slow')
      await world.running(ids)
      assert.isTrue(await inject(world, 'SIGTERM, then SIGKILL, to a worker'))
      await untilEnded(world, ids)
      for (const id of ids) assert.equal((await jobOf(world, id)).status, 'completed')
    },
  },
  {
    row: 30,
    title: 'two workers finish the same job: one is heard',
    isShort: true,
    run: async ({ world, assert }) => {
      const ids = await world.submit(3, 'slow')
      await world.running(ids)
      assert.isTrue(await inject(world, 'a lease taken from a living worker'))
      await untilEnded(world, ids)
      for (const id of ids) {
        const { attempts } = await jobOf(world, id)
        assert.equal(attempts.filter((one) => one === 'completed').length, 1)
      }
    },
  },
  {
    row: 32,
    title: 'jobs of one video that end together: all is shown, once',
    run: async ({ world, assert }) => {
      const first = await world.submit(3, 'short', 'mobile')
      const videos = first.map((id) => world.ledger.jobs.get(id)!.videoId)
      const answers = await Promise.all(videos.map((id) => world.client.ask(id, 'low')))
      assert.deepEqual(
        answers.map(({ status }) => status),
        videos.map(() => 202)
      )
      world.hit(videos.length)
      await untilEnded(world, [...first, ...answers.map(({ body }) => body.id as string)])
    },
  },
  {
    row: 33,
    title: 'three schedulers, one killed again and again: each due time fires once',
    run: async ({ world, assert }) => {
      world.fleet.wanted.scheduler = 3
      await world.postgres.rows(
        `insert into schedules (name, cron, action, parameters, next_due_at)
         values ('each second', '* * * * * *', 'clean_scratch', '{}', now())`
      )
      for (let death = 0; death < 4; death++) {
        await pause(4_000)
        assert.isTrue(await inject(world, 'kill -9 of a scheduler'))
      }
      await world.postgres.rows(
        `update schedules set is_enabled = false, next_due_at = null where name = 'each second'`
      )
      world.fleet.wanted.scheduler = 1
      const { fired, due_times: dueTimes } = await world.postgres.row<{
        fired: number
        due_times: number
      }>(
        `select count(*)::int as fired, count(distinct due_at)::int as due_times from firings
         join schedules on schedules.id = schedule_id where schedules.name = 'each second'`
      )
      assert.equal(fired, dueTimes)
      assert.isAtLeast(fired, 5, 'schedules fired while schedulers died')
      for (const extra of world.fleet.serving('scheduler').slice(1)) {
        await world.fleet.terminate(extra)
      }
    },
  },
  {
    row: 34,
    title: 'due times missed while no scheduler ran fire once',
    run: async ({ world, assert }) => {
      world.fleet.wanted.scheduler = 0
      for (const one of world.fleet.serving('scheduler')) await world.fleet.kill(one)
      world.hit()
      await world.postgres.rows(
        `insert into schedules (name, cron, action, parameters, next_due_at)
         values ('missed', '* * * * *', 'clean_scratch', '{}', now() - interval '10 minutes')`
      )
      world.fleet.wanted.scheduler = 1
      const fired = async () => {
        const rows = await world.postgres.rows(
          `select 1 from firings join schedules on schedules.id = schedule_id
           where schedules.name = 'missed' and firings.status = 'completed'`
        )
        return rows.length
      }
      await until(async () => (await fired()) > 0, 45_000)
      await world.postgres.rows(
        `update schedules set is_enabled = false, next_due_at = null where name = 'missed'`
      )
      assert.isAtMost(await fired(), 2, 'one for what was missed, one at most for this minute')
    },
  },
  {
    row: 43,
    title: 'the web process killed while it takes jobs: what was promised is done',
    isShort: true,
    run: async ({ world, assert }) => {
      for (let death = 0; death < 3; death++) {
        await until(() => world.isWebReady(), 60_000)
        assert.isTrue(await inject(world, 'kill -9 of the web process'))
      }
      await until(() => world.isWebReady(), 60_000)
    },
  },
  {
    row: 38,
    title: 'a machine with too much to do loses no lease',
    run: async ({ world, assert }) => {
      const ids = await world.submit(3, 'film')
      assert.isTrue(await inject(world, 'a busy machine'))
      await untilEnded(world, ids)
      for (const id of ids) assert.equal((await jobOf(world, id)).lost_count, 0)
    },
  },
  {
    row: 39,
    title: 'a worker without file handles says so and works again when it has some',
    run: async ({ world, assert }) => {
      const ids = await world.submit(3, 'film')
      assert.isNotNull(await someWorker(world))
      assert.isTrue(await inject(world, 'no file handles for a worker'))
      await untilEnded(world, ids)
    },
  },
]

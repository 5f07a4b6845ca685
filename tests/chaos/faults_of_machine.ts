import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { afterwards, pause, someWorker, type Fault } from './fault.js'
import { signal } from './process_tree.js'

const run = promisify(execFile)

const isDone = (work: Promise<unknown>) =>
  work.then(
    () => 1,
    () => 0
  )

export const MACHINE_FAULTS: Fault[] = [
  {
    name: 'scratch full',
    row: 21,
    weight: 2,
    inject: async (world) => {
      await world.ffmpeg(2_000)
      if (!(await world.scratch.leave(world.dice.between(0, 200_000)))) return 0
      await pause(world.dice.between(500, 1_500))
      await world.scratch.heal()
      return 1
    },
  },
  {
    name: 'writes of ffmpeg fail',
    row: 22,
    weight: 2,
    inject: async (world) => {
      const pid = await world.ffmpeg()
      if (pid === null) return 0
      const error = world.dice.pick(['EIO', 'ENOSPC'])
      const inject = `inject=write,pwrite64,writev:error=${error}:when=2+`
      const args = ['-f', '-qq', '-p', String(pid), '-o', '/dev/null']
      const tracer = spawn('strace', [...args, '-e', 'trace=write', '-e', inject], {
        stdio: 'ignore',
      })
      tracer.on('error', () => undefined)
      await pause(1_500)
      tracer.kill('SIGTERM')
      // what its tracer left may stand still
      signal(pid, 'SIGCONT')
      return tracer.pid === undefined ? 0 : 1
    },
  },
  {
    name: 'scratch read-only',
    row: 23,
    weight: 1,
    inject: async (world) => {
      if (!(await world.scratch.makeReadOnly())) return 0
      await pause(world.dice.between(500, 2_000))
      await world.scratch.heal()
      return 1
    },
  },
  {
    name: 'no memory for ffmpeg',
    row: 37,
    weight: 2,
    inject: async (world) => {
      const pid = await world.ffmpeg()
      if (pid === null) return 0
      return isDone(run('prlimit', ['--pid', String(pid), '--as=1000000:1000000']))
    },
  },
  {
    name: 'a busy machine',
    row: 38,
    weight: 1,
    inject: async (world) => {
      const hogs = [1, 2, 3, 4].map(() => spawn('sh', ['-c', 'while :; do :; done']))
      const ms = world.dice.between(1_000, 4_000)
      await pause(ms)
      for (const hog of hogs) hog.kill('SIGKILL')
      return 1
    },
  },
  {
    name: 'no file handles for a worker',
    row: 39,
    weight: 2,
    inject: async (world) => {
      const member = await someWorker(world)
      if (!member) return 0
      const limit = (soft: string) =>
        run('prlimit', ['--pid', String(member.pid), `--nofile=${soft}:`])
      const hit = await isDone(limit('24'))
      afterwards(async () => {
        await pause(2_000)
        await limit('4096')
      })
      return hit
    },
  },
]

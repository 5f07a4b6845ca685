import { afterwards, pause, someWorker, type Fault } from './fault.js'
import { blockEventLoop } from './block_event_loop.js'
import { signal } from './process_tree.js'
import type { World } from './world.js'

/** Twice the lease, and a little. */
export const FROZEN_MS = 32_000

async function hitFfmpeg(world: World, name: NodeJS.Signals): Promise<number> {
  const pid = await world.ffmpeg()
  return pid !== null && signal(pid, name) ? 1 : 0
}

/** Never the last two: somebody must be there to take over, which is what the fault is about. */
async function worker(world: World) {
  return world.fleet.serving('worker').length > 1 ? someWorker(world) : null
}

/** Frozen while others go on; it wakes up after its lease ran out. */
async function freeze(world: World): Promise<number> {
  const member = await worker(world)
  if (!member || world.fleet.living('worker').length < 3) return 0
  // a worker that is frozen is one less that serves: its place is taken until it is awake
  member.isHit = true
  signal(member.pid, 'SIGSTOP')
  afterwards(async () => {
    await pause(FROZEN_MS)
    signal(member.pid, 'SIGCONT')
    await pause(3_000)
    await world.fleet.terminate(member)
  })
  return 1
}

export const PROCESS_FAULTS: Fault[] = [
  {
    name: 'kill -9 of a worker',
    row: 1,
    weight: 4,
    inject: async (world) => {
      const member = await worker(world)
      if (!member) return 0
      await pause(world.dice.between(0, 1_200))
      await world.fleet.kill(member)
      return 1
    },
  },
  { name: 'kill -9 of ffmpeg', row: 2, weight: 6, inject: (world) => hitFfmpeg(world, 'SIGKILL') },
  { name: 'SEGV of ffmpeg', row: 2, weight: 4, inject: (world) => hitFfmpeg(world, 'SIGSEGV') },
  {
    name: 'kill -9 of a worker with all below it',
    row: 3,
    weight: 2,
    inject: async (world) => {
      const member = await worker(world)
      if (!member) return 0
      await world.fleet.kill(member, { withTree: true })
      return 1
    },
  },
  { name: 'SIGSTOP of ffmpeg', row: 4, weight: 2, inject: (world) => hitFfmpeg(world, 'SIGSTOP') },
  {
    name: 'a worker frozen for twice its lease',
    row: 6,
    weight: 1,
    isLong: true,
    inject: freeze,
  },
  {
    name: 'an event loop blocked',
    row: 7,
    weight: 1,
    isLong: true,
    inject: async (world) => {
      const member = await worker(world)
      if (!member) return 0
      return (await blockEventLoop(member.pid, world.dice.between(2_000, 20_000))) ? 1 : 0
    },
  },
  {
    name: 'SIGTERM to a worker',
    row: 9,
    weight: 3,
    inject: async (world) => {
      const member = await worker(world)
      if (!member) return 0
      afterwards(() => world.fleet.terminate(member))
      return 1
    },
  },
  {
    name: 'SIGTERM, then SIGKILL, to a worker',
    row: 10,
    weight: 2,
    inject: async (world) => {
      const member = await worker(world)
      if (!member) return 0
      afterwards(() => world.fleet.terminate(member))
      await pause(world.dice.between(50, 2_000))
      await world.fleet.kill(member)
      return 1
    },
  },
  {
    name: 'kill -9 of a scheduler',
    row: 33,
    weight: 2,
    inject: async (world) => {
      const [member] = world.fleet.serving('scheduler')
      if (!member) return 0
      await world.fleet.kill(member)
      return 1
    },
  },
  {
    name: 'kill -9 of the web process',
    row: 43,
    weight: 3,
    inject: async (world) => {
      const [member] = world.fleet.serving('web')
      if (!member || !(await world.isWebReady())) return 0
      const submitted = world.submit(3, 'short')
      await pause(world.dice.between(0, 900))
      await world.fleet.kill(member)
      await submitted
      return 1
    },
  },
]

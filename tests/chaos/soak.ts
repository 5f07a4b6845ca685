import { setTimeout as delay } from 'node:timers/promises'
import { PRESETS } from './calm.js'
import type { ClipName } from './clips.js'
import { FAULTS } from './faults.js'
import { pause, type Fault } from './fault.js'
import type { World } from './world.js'

/** So many jobs are kept waiting or running. */
const OUTSTANDING = 5
const CLIPS: ClipName[] = ['short', 'film', 'film', 'slow', 'slow']

/** The longest takes half a minute. */
const FAULT_MS = 120_000

export interface SoakRound {
  faults: number
  until: number
  isShort: boolean
}

/** Keeps work coming and hurts it at random moments. @returns how many faults of which name */
export async function soak(world: World, { faults, until, isShort }: SoakRound) {
  const done: Record<string, number> = {}
  const among = FAULTS.filter(({ isLong }) => !(isShort && isLong))
  let count = 0
  while (count < faults && Date.now() < until) {
    await feed(world)
    const fault = pick(world, among)
    const hit = await inject(fault, world)
    if (hit > 0) done[fault.name] = (done[fault.name] ?? 0) + hit
    world.hit(hit)
    count += hit
    await pause(world.dice.between(0, 800))
  }
  return done
}

/** A fault that does not come to its end is told, and nobody waits for it. */
async function inject(fault: Fault, world: World): Promise<number> {
  const late = delay(FAULT_MS, 'late' as const, { ref: false })
  const hit = await Promise.race([fault.inject(world).catch(() => 0), late])
  if (hit !== 'late') return hit
  console.log(`  "${fault.name}" did not end within ${FAULT_MS / 1000} s`)
  return 0
}

/** Whoever cannot be served now is not: the load must not become the fault. */
async function feed(world: World) {
  const { count } = await world.postgres.row<{ count: number }>(
    `select count(*)::int as count from jobs where status in ('queued', 'running')`
  )
  for (let at = count; at < OUTSTANDING; at++) {
    const clip = world.dice.pick(CLIPS)
    const preset = world.dice.pick(PRESETS)
    if (!(await world.client.submit(clip, preset))) return
  }
}

function pick(world: World, among: Fault[]): Fault {
  const total = among.reduce((sum, { weight }) => sum + weight, 0)
  let left = world.dice.next() * total
  for (const fault of among) {
    left -= fault.weight
    if (left < 0) return fault
  }
  return among[0]
}

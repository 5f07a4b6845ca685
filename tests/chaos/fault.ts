import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../helpers/until.js'
import type { World } from './world.js'

export { pause }

/** One way to hurt the system; it may find nothing to hurt. */
export interface Fault {
  name: string
  /** Of the fault matrix. */
  row: number
  /** How often, beside the others. */
  weight: number
  /** It goes on for half a minute: not in the short form. */
  isLong?: boolean
  /** @returns how many faults really happened */
  inject: (world: World) => Promise<number>
}

/** Something that is due after the fault itself, while others go on. */
const later = new Set<Promise<unknown>>()

export function afterwards(work: () => Promise<unknown>) {
  const done: Promise<unknown> = work()
    .catch(() => undefined)
    .finally(() => later.delete(done))
  later.add(done)
}

/** Waits for all that is still to come. */
export async function allDone() {
  while (later.size > 0) await Promise.all(later)
}

/** Waits for a condition that may as well not come true. @returns whether it did */
export function hopefully(isTrue: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  return until(isTrue, timeoutMs).then(
    () => true,
    () => false
  )
}

/** A worker that runs a job, else any; null where none lives. */
export async function someWorker(world: World) {
  const rows = await world.postgres.rows<{ lease_owner: string }>(
    `select lease_owner from jobs where status = 'running'`
  )
  const busy = rows.map(({ lease_owner: owner }) => Number(owner.split('-').at(-2)))
  const serving = world.fleet.serving('worker')
  const candidates = serving.filter(({ pid }) => busy.includes(pid))
  if (candidates.length > 0) return world.dice.pick(candidates)
  return serving.length > 0 ? world.dice.pick(serving) : null
}

import type { Assert } from '@japa/assert'
import { faultNamed } from './faults.js'
import type { World } from './world.js'

/** One row of the matrix of faults, as a test. */
export interface Row {
  row: number
  /** What is promised. */
  title: string
  /** Also in the form that `./ace test` runs. */
  isShort?: boolean
  run: (of: { world: World; assert: Assert; skip: (why: string) => void }) => Promise<void>
}

/** Injects a fault by its name. @returns whether it happened */
export async function inject(world: World, name: string): Promise<boolean> {
  const hits = await faultNamed(name).inject(world)
  world.hit(hits)
  return hits > 0
}

/** A job and its attempts as they are. */
export async function jobOf(world: World, id: string) {
  return world.postgres.row<{
    status: string
    failure_cause: string | null
    failure_count: number
    lost_count: number
    attempt_count: number
    causes: (string | null)[]
    messages: (string | null)[]
    attempts: string[]
  }>(
    `select status, failure_cause, failure_count, lost_count, attempt_count,
       array(select cause from attempts where job_id = jobs.id order by number) as causes,
       array(select message from attempts where job_id = jobs.id order by number) as messages,
       array(select status from attempts where job_id = jobs.id order by number) as attempts
     from jobs where id = $1`,
    [id]
  )
}

/** Until each of these jobs is over. @throws after the time */
export async function untilEnded(world: World, ids: string[], timeoutMs = 150_000) {
  const { until } = await import('../helpers/until.js')
  await until(async () => {
    const { count } = await world.postgres.row<{ count: number }>(
      `select count(*)::int as count from jobs
       where id = any($1) and status in ('queued', 'running')`,
      [ids]
    )
    return count === 0
  }, timeoutMs)
}

/** Pids that serve now. */
export function pidsOf(world: World): number[] {
  return world.fleet.living().map(({ pid }) => pid)
}

import Sweep from '#jobs/sweeps/sweep'
import { SweepNotFound } from '#jobs/errors'

const MAX_ID = 2_147_483_647

/** The sweep of that id, given as people type it. @throws SweepNotFound, also for what is no id */
export async function findSweep(id: number | string): Promise<Sweep> {
  const number = Number(id)
  const isId = Number.isInteger(number) && number > 0 && number <= MAX_ID
  const sweep = isId ? await Sweep.find(number) : null
  if (!sweep) throw new SweepNotFound(id)
  return sweep
}

/** Those that are not through, the oldest first. */
export async function openSweeps(): Promise<Sweep[]> {
  return Sweep.query().whereNull('finished_at').orderBy('id')
}

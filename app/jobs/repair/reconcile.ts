import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { superviseLanes } from '#jobs/lanes/supervise_lanes'
import SuperviseBatches from '#jobs/batches/supervise_batches'
import { QueueUnreachable } from '#jobs/errors'
import { allRepairs } from '#jobs/repair/all_repairs'
import RunSweeps from '#jobs/sweeps/run_sweeps'
import { performRepair, takeTurn } from '#jobs/repair/perform_repair'
import { StorageUnreachable } from '#storage/errors'
import { foldTallies } from '#videos/tallies'
import { forgetAnswers } from '#accounts/kept_answers'
import { mediakeep } from '#accounts/actor'
import type { Repair } from '#jobs/repair/repair'

/** How many of each kind were made; kinds of which there were none are left out. */
export type RepairCounts = Record<string, number>

const BY = mediakeep('system')

/**
 * Repairs what crashes, restarts and an emptied queue leave behind, and looks after batches and lanes. Any number of
 * processes may call it at once.
 */
@inject()
export default class Reconcile {
  constructor(
    private batches: SuperviseBatches,
    private sweeps: RunSweeps
  ) {}

  /** One kind that cannot be repaired holds up no other. @throws where the database does not answer */
  async handle(): Promise<RepairCounts> {
    await db.rawQuery('select 1')
    const counts: RepairCounts = {}
    for (const repair of await allRepairs()) {
      const made = await round(repair).catch((error) => tell(repair, error))
      if (made > 0) counts[repair.kind] = made
    }
    await this.batches.handle()
    await superviseLanes()
    await this.sweeps.handle()
    await foldTallies()
    await forgetAnswers()
    return counts
  }
}

async function round(repair: Repair): Promise<number> {
  if (!(await takeTurn(repair))) return 0
  let made = 0
  for (const finding of await repair.find()) {
    if (finding.onlyByHand) logger.error({ repair: repair.kind, ...finding.details }, finding.what)
    if (await performRepair(repair, finding, BY)) made += 1
  }
  return made
}

/** The queue and the store say themselves that they are away. */
function tell({ kind }: Repair, error: unknown): number {
  const isAway = error instanceof QueueUnreachable || error instanceof StorageUnreachable
  if (isAway) logger.warn({ repair: kind }, error.message)
  else logger.error({ err: error, repair: kind }, 'a repair failed')
  return 0
}

import app from '@adonisjs/core/services/app'
import { QueueUnreachable } from '#jobs/errors'
import { allRepairs } from '#jobs/repair/all_repairs'
import { performRepair } from '#jobs/repair/perform_repair'
import { repairTotals } from '#jobs/reports/repair_totals'
import LateFirings from '#scheduling/late_firings'
import { StorageUnreachable } from '#storage/errors'
import { ok, warning, wrong, type Diagnosis } from '#app/doctor/diagnosis'
import { upperFirst } from '#app/doctor/explain_database'
import type { Actor } from '#accounts/actor'
import type { Finding, Repair } from '#jobs/repair/repair'

const REMEDY = 'Workers repair it by themselves; ./ace doctor --fix does it now'

/**
 * Everything that the reconciler would repair, in its order.
 *
 * @param fixBy who repairs it now; null: nobody
 */
export async function checkRepairs(fixBy: Actor | null): Promise<Diagnosis[]> {
  const repairs: Repair[] = [...(await allRepairs()), await app.container.make(LateFirings)]
  const found: Diagnosis[] = []
  for (const repair of repairs) found.push(...(await look(repair, fixBy)))
  if (found.length === 0) found.push(ok('repairs', 'There is nothing to repair'))
  return [...found, ...(await soFar())]
}

async function soFar(): Promise<Diagnosis[]> {
  const totals = await repairTotals()
  if (totals.length === 0) return []
  const words = totals.map(({ kind, total }) => `${kind} ${total}`)
  return [ok('repairs', `Made so far: ${words.join(', ')}`)]
}

async function look(repair: Repair, fixBy: Actor | null): Promise<Diagnosis[]> {
  try {
    const found: Diagnosis[] = []
    for (const finding of await repair.find()) found.push(await told(repair, finding, fixBy))
    return found
  } catch (error) {
    if (error instanceof StorageUnreachable) {
      return [
        wrong(
          'repairs',
          `${repair.kind}: ${error.message}`,
          upperFirst(error.remedy),
          'bucket-away'
        ),
      ]
    }
    if (error instanceof QueueUnreachable) return [] // that Redis is away is said already
    throw error
  }
}

async function told(repair: Repair, finding: Finding, fixBy: Actor | null): Promise<Diagnosis> {
  const { what, onlyByHand } = finding
  if (onlyByHand) return wrong('repairs', what, onlyByHand, 'files-missing')
  const found = { ...warning('repairs', what, REMEDY, 'left-over'), canRepair: true }
  return fixBy ? { ...found, isRepaired: await performRepair(repair, finding, fixBy) } : found
}

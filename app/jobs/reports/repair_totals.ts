import db from '@adonisjs/lucid/services/db'

export interface RepairTotal {
  /** Such as `expired_leases`; see the files in `jobs/repair/kinds`. */
  kind: string
  total: number
  lastAt: Date
}

/** How many repairs of each kind were ever made, the most frequent first; kinds without any are left out. */
export async function repairTotals(): Promise<RepairTotal[]> {
  return db
    .from('repairs')
    .select('kind', 'total', 'last_repair_at as lastAt')
    .where('total', '>', 0)
    .orderBy([{ column: 'total', order: 'desc' }, { column: 'kind' }])
}

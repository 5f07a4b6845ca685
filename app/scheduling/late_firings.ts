import { inject } from '@adonisjs/core'
import db from '@adonisjs/lucid/services/db'
import RunFiring from '#scheduling/run_firing'
import type { Finding, Repair } from '#jobs/repair/repair'

interface LateFiring extends Finding {
  firingId: number
}

/** A scheduler starts a firing within a second; only one that has waited longer has none. */
const LATE = `(
  (status = 'pending' and firings.created_at < now() - interval '30 seconds')
  or (status = 'running' and lease_expires_at < now() - interval '30 seconds'))`

/** Firings that nobody started, or whose scheduler died. Schedulers do this by themselves; without one `doctor` can. */
@inject()
export default class LateFirings implements Repair<LateFiring> {
  readonly kind = 'late_firings'
  readonly action = 'firing.run'
  readonly everyS = 30

  constructor(private runFiring: RunFiring) {}

  async find(): Promise<LateFiring[]> {
    const rows = await db
      .from('firings')
      .join('schedules', 'schedules.id', 'firings.schedule_id')
      .select('firings.id', 'firings.due_at', 'schedules.name')
      .whereRaw(LATE)
      .orderBy('firings.id')
    return rows.map((row) => ({
      subject: { type: 'firing', id: row.id },
      what: `Firing ${row.id} of “${row.name}”, due at ${row.due_at.toISOString()}, was not run to its end`,
      details: { schedule: row.name },
      firingId: row.id,
    }))
  }

  async repair({ firingId }: LateFiring) {
    return (await this.runFiring.handle(firingId)) !== null
  }
}

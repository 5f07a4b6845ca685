import db from '@adonisjs/lucid/services/db'
import { nextDueAt } from '#scheduling/next_due_at'
import type { ActionParameters, ScheduleAction } from '#scheduling/catalogue'

type Seed<A extends ScheduleAction = ScheduleAction> = {
  [K in A]: {
    name: string
    cron: string
    action: K
    parameters: ActionParameters[K]
    isEnabled: boolean
  }
}[A]

const DEFAULT_SCHEDULES: Seed[] = [
  {
    name: 'Retry transient failures',
    cron: '*/10 * * * *',
    action: 'retry_failed_jobs',
    parameters: { isTransientOnly: true, maxJobs: null },
    isEnabled: true,
  },
  {
    name: 'Clean scratch',
    cron: '0 * * * *',
    action: 'clean_scratch',
    parameters: {},
    isEnabled: true,
  },
  {
    name: 'Nightly: process pending videos',
    cron: '0 1 * * *',
    action: 'start_batch',
    parameters: { status: 'pending', preset: 'medium', maxVideos: null },
    isEnabled: false,
  },
]

/** Adds the default schedules that are missing; what an administrator changed stays as it is. */
export default class SeedSchedules {
  async handle(now: Date): Promise<void> {
    const rows = DEFAULT_SCHEDULES.map((seed) => ({
      name: seed.name,
      cron: seed.cron,
      time_zone: 'UTC',
      action: seed.action,
      parameters: JSON.stringify(seed.parameters),
      is_enabled: seed.isEnabled,
      next_due_at: seed.isEnabled ? nextDueAt(seed.cron, 'UTC', now) : null,
    }))
    await db.knexQuery().table('schedules').insert(rows).onConflict('name').ignore()
  }
}

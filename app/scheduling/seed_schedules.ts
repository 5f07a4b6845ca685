import db from '@adonisjs/lucid/services/db'
import { nextDueAt } from '#scheduling/next_due_at'
import type { ActionParameters, ScheduleAction } from '#scheduling/parameters'

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
  {
    name: 'Verify stored files',
    cron: '30 3 * * *',
    action: 'verify_files',
    parameters: { maxVideos: 200, areHashed: true, maxMinutes: 60 },
    isEnabled: true,
  },
  {
    name: 'Retention',
    cron: '0 4 * * *',
    action: 'retention',
    parameters: { failedAfterDays: 30, archivedAfterDays: 90, maxVideos: 100, isDryRun: true },
    isEnabled: false,
  },
  {
    name: 'Daily report',
    cron: '0 6 * * *',
    action: 'report',
    parameters: { hours: 24 },
    isEnabled: true,
  },
]

/** Adds the default schedules that are missing; what an administrator changed or deleted stays so. */
export default class SeedSchedules {
  async handle(now: Date): Promise<void> {
    const deleted = await deletedNames()
    const rows = DEFAULT_SCHEDULES.filter(({ name }) => !deleted.has(name)).map((seed) => ({
      name: seed.name,
      cron: seed.cron,
      time_zone: 'UTC',
      action: seed.action,
      parameters: JSON.stringify(seed.parameters),
      is_enabled: seed.isEnabled,
      next_due_at: seed.isEnabled ? nextDueAt(seed.cron, 'UTC', now) : null,
    }))
    if (rows.length === 0) return
    await db.knexQuery().table('schedules').insert(rows).onConflict('name').ignore()
  }
}

async function deletedNames(): Promise<Set<string>> {
  const { rows } = await db.rawQuery(
    `select distinct details ->> 'name' as name from audit where action = 'schedule.deleted'`
  )
  return new Set(rows.map(({ name }: { name: string }) => name))
}

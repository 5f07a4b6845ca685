import Schedule from '#scheduling/schedule'
import type { ModelAttributes } from '@adonisjs/lucid/types/model'

/** A schedule that starts a batch for what is not processed yet, on New Year's Day. */
export function makeSchedule(of: Partial<ModelAttributes<Schedule>> = {}): Promise<Schedule> {
  return Schedule.create({
    name: 'Count me',
    cron: '0 0 1 1 *',
    timeZone: 'UTC',
    action: 'start_batch',
    parameters: { status: 'pending', preset: 'medium', maxVideos: null },
    isEnabled: true,
    nextDueAt: null,
    ...of,
  })
}

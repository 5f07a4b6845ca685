import { ScheduleNameTaken } from '#scheduling/errors'

const UNIQUE_VIOLATION = '23505'

/** @throws ScheduleNameTaken where another schedule has the name */
export async function refuseTakenName<T>(name: string, save: () => Promise<T>): Promise<T> {
  try {
    return await save()
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    const isTaken = code === UNIQUE_VIOLATION && constraint === 'schedules_name_key'
    throw isTaken ? new ScheduleNameTaken(name) : error
  }
}

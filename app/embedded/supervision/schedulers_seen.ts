const ANSWER_MS = 2_000

/** Who keeps time, as the console sees it: schedulers of other machines count too. */
export interface SchedulersSeen {
  alive: number
  enabledSchedules: number
  /** Schedules are on, and nobody is there to fire them. */
  isMissing: boolean
}

/** @returns null where the console does not say */
export async function schedulersSeen(consoleUrl: string): Promise<SchedulersSeen | null> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS)
    const answer = await fetch(new URL('/health/ready', consoleUrl), { signal })
    const { schedulers } = (await answer.json()) as { schedulers: Told | null }
    if (!schedulers) return null
    const { alive, enabled_schedules: enabledSchedules, is_missing: isMissing } = schedulers
    return { alive, enabledSchedules, isMissing }
  } catch {
    return null
  }
}

interface Told {
  alive: number
  enabled_schedules: number
  is_missing: boolean
}

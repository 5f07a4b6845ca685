import { setTimeout as delay } from 'node:timers/promises'
import { isEnded } from '#jobs/job_state'
import { liveWorkers } from '#jobs/worker_registry'
import { loadJobs } from '#app/terminal/load_jobs'
import type { JobView } from '#app/terminal/job_view'

const LOOK_EVERY_MS = 500
const MISS_WORKER_AFTER_MS = 5_000

/** Shows jobs while they run. */
export interface JobDisplay {
  show(jobs: JobView[]): void
  say(line: string): void
  end(): void
}

/** Shows the jobs until the last of them ended or `signal` comes. @returns them as they stood then */
export async function followJobs(
  ids: string[],
  display: JobDisplay,
  signal: AbortSignal
): Promise<JobView[]> {
  const startedAt = performance.now()
  let isMissed = false
  try {
    for (;;) {
      const jobs = await loadJobs(ids)
      display.show(jobs)
      if (signal.aborted || jobs.every((job) => isEnded(job.status))) return jobs
      const isLate = performance.now() - startedAt > MISS_WORKER_AFTER_MS
      if (isLate && !isMissed) isMissed = await missWorker(display)
      await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
    }
  } finally {
    display.end()
  }
}

/** @returns whether it had to be said */
async function missWorker(display: JobDisplay): Promise<boolean> {
  const workers = await liveWorkers()
  if (workers.length > 0) return false
  display.say(NO_WORKER)
  return true
}

export const NO_WORKER = 'No worker is running: start one with ./ace work'

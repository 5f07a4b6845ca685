import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { JobLease } from '#jobs/life/job_lease'
import type { PhaseTimings } from '#pipeline/phase_times'

/** Writes into the attempt where its time went, however it ended. Never fails: nothing hangs on it. */
export async function keepTimings({ attemptId, jobId }: JobLease, timings: PhaseTimings) {
  try {
    await db
      .from('attempts')
      .where('id', attemptId)
      .update({ timings: JSON.stringify(timings) })
  } catch (error) {
    logger.warn({ err: error, jobId }, 'the times of an attempt were not kept')
  }
}

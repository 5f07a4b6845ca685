import db from '@adonisjs/lucid/services/db'
import type { JobLease } from '#jobs/life/job_lease'

/** Writes what became known about an attempt into its row. */
export async function noteAttempt(
  lease: JobLease,
  columns: Record<string, unknown>
): Promise<void> {
  await db.from('attempts').where('id', lease.attemptId).update(columns)
}

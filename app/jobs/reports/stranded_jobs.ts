import db from '@adonisjs/lucid/services/db'
import { IN_LINE } from '#jobs/lanes/in_line'
import { nobodyTakes, type JobNeeds } from '#jobs/lanes/nobody_takes'
import type { LiveWorker } from '#jobs/worker_registry'

/** Jobs that wait, are alike in what they need, and that no live worker may take. */
export interface StrandedJobs extends JobNeeds {
  jobs: number
  /** When the first of them was asked for. */
  since: Date
  /** What they wait for, in words. */
  reason: string
}

/** Those that wait in vain for the workers that live now, the most first. */
export async function strandedJobs(workers: LiveWorker[]): Promise<StrandedJobs[]> {
  const { rows } = await db.rawQuery<{ rows: Omit<StrandedJobs, 'reason'>[] }>(
    `select lane, worker_tags as "workerTags", payload_version as "payloadVersion", count(*)::int as jobs,
       min(queued_at) as since
     from jobs where ${IN_LINE} group by 1, 2, 3 order by jobs desc, 1, 2, 3`
  )
  return rows.flatMap((row) => {
    const reason = nobodyTakes(row, workers)
    return reason === null ? [] : [{ ...row, reason }]
  })
}

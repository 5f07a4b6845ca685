import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Job from '#jobs/job'

/** What makes two jobs the same work. */
export type Work = Pick<Job, 'videoId' | 'operation' | 'presetVersionId' | 'parameters'>

/** The job that waits or runs for the same work already, or null. */
export function activeTwin(trx: TransactionClientContract, work: Work): Promise<Job | null> {
  return Job.query({ client: trx })
    .where({ videoId: work.videoId, operation: work.operation })
    .whereIn('status', ['queued', 'running'])
    .if(
      work.presetVersionId,
      (query) => query.where('preset_version_id', work.presetVersionId!),
      (query) =>
        query
          .whereNull('preset_version_id')
          .whereRaw('parameters = ?::jsonb', [JSON.stringify(work.parameters)])
    )
    .first()
}

import type Batch from '#jobs/batches/batch'
import type { JobStatus } from '#jobs/job_state'

/** A batch with its jobs counted by status. */
export function batchJson(batch: Batch, jobsByStatus: Record<JobStatus, number>) {
  return {
    id: batch.id,
    status: batch.filter.status,
    max_videos: batch.filter.maxVideos,
    job_count: batch.jobCount,
    jobs: jobsByStatus,
    created_at: batch.createdAt.toUTC().toISO(),
    links: { self: `/api/v1/batches/${batch.id}`, jobs: `/api/v1/jobs?batch_id=${batch.id}` },
  }
}

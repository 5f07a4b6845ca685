import type { Infer } from '@vinejs/vine/types'
import type { startBatchValidator } from '#http/validators/api/batches'
import type { BatchRequest } from '#jobs/batches/start_batch'

/** What a checked request asks for; without a status it means the videos that were never processed. */
export function batchRequest(
  asked: Infer<typeof startBatchValidator>
): Omit<BatchRequest, 'by' | 'idempotencyKey'> {
  const { status = 'pending', search, tag, preset, priority } = asked
  return {
    ...{ search, tag, preset, priority },
    status: status === 'any' ? undefined : status,
    lacksPreset: asked.lacks_preset,
    olderThanDays: asked.older_than_days,
    maxVideos: asked.max_videos ?? null,
    canarySize: asked.canary_size,
  }
}

import type { Infer } from '@vinejs/vine/types'
import { videoFilterOf } from '#http/validators/api/video_filter'
import type { startBatchValidator } from '#http/validators/api/batches'
import type { BatchRequest } from '#jobs/batches/start_batch'

/** What a checked request asks for; without a status it means the videos that were never processed. */
export function batchRequest(
  asked: Infer<typeof startBatchValidator>
): Omit<BatchRequest, 'by' | 'idempotencyKey'> {
  const { status = 'pending', preset, priority } = asked
  return {
    ...videoFilterOf(asked),
    ...{ preset, priority },
    status: status === 'any' ? undefined : status,
    maxVideos: asked.max_videos ?? null,
    canarySize: asked.canary_size,
    workerTags: asked.worker_tags,
  }
}

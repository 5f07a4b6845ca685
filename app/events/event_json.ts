import { describeCause } from '#jobs/failure_causes'
import type { Event } from '#events/event'

/**
 * An event as lists, streams and webhooks tell it, always in the same words: `type`, `timestamp` and `data` as Standard
 * Webhooks has them.
 */
export function eventJson(event: Event) {
  return {
    id: event.id,
    type: event.type,
    timestamp: event.createdAt.toISOString(),
    video_id: event.videoId,
    job_id: event.jobId,
    batch_id: event.batchId,
    data: withCauseDescribed(event.payload),
  }
}

/** The database keeps the code of a cause; what it means to people stands in the program. */
function withCauseDescribed(payload: Event['payload']): Event['payload'] {
  const cause = payload.cause as { code: string; message: string | null } | null | undefined
  if (!cause) return payload
  const { sentence, remedy, canRetryHelp } = describeCause(cause.code)
  return { ...payload, cause: { ...cause, sentence, remedy, can_retry_help: canRetryHelp } }
}

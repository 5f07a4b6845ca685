import { currentIds } from '#tracing/log_ids'
import { currentSpan } from '#tracing/tracer'

/** The request within which a job is asked for, and its span; null where there is none. A job keeps both. */
export function askedBy(): { requestId: string | null; traceParent: string | null } {
  return {
    requestId: currentIds().requestId ?? null,
    traceParent: currentSpan()?.traceParent ?? null,
  }
}

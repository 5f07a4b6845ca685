import { currentIds, type LogIds } from '#tracing/log_ids'
import { currentSpan } from '#tracing/tracer'

/** What every line of the log carries: whose work it is a part of, and where its trace is. */
export function lineIds(): LogIds & { traceId?: string; spanId?: string } {
  const span = currentSpan()
  if (!span) return { ...currentIds() }
  return { ...currentIds(), traceId: span.traceId, spanId: span.spanId }
}

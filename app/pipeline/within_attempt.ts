import logger from '@adonisjs/core/services/logger'
import { withIds } from '#tracing/log_ids'
import { inSpan, type Attributes, type OpenSpan, type SpanRequest } from '#tracing/tracer'
import type { JobLease, JobOrigin } from '#jobs/life/job_lease'

/**
 * Does an attempt so that every line of the log within it says whose it is, and as a span below the request that asked. A
 * batch asks for thousands with one request: each of its attempts is a trace of its own, with a link to that request.
 */
export function withinAttempt<T>(
  lease: JobLease,
  workerId: string,
  work: (span: OpenSpan | null) => Promise<T>
): Promise<T> {
  const { jobId, origin } = lease
  const ids = { attempt: origin?.attempt, videoId: origin?.videoId }
  const requestId = origin?.requestId ?? undefined
  return withIds({ requestId, jobId, ...ids, workerId }, () => {
    logger.info({ waitedMs: origin?.waitedMs }, 'attempt began')
    return inSpan(spanOf(lease, workerId), work)
  })
}

function spanOf({ jobId, origin }: JobLease, workerId: string): SpanRequest {
  const asked = origin?.traceParent ?? null
  return {
    name: 'attempt',
    kind: 'consumer',
    ...(origin?.isOfBatch ? { link: asked, parent: null } : { parent: asked }),
    attributes: {
      'mediakeep.job_id': jobId,
      'mediakeep.worker_id': workerId,
      ...(origin && attributesOf(origin)),
    },
  }
}

function attributesOf({ attempt, videoId, requestId, waitedMs }: JobOrigin): Attributes {
  return {
    'mediakeep.attempt': attempt,
    'mediakeep.video_id': videoId,
    'mediakeep.request_id': requestId,
    'mediakeep.waited_ms': waitedMs,
  }
}

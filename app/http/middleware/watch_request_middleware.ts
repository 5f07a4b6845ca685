import logger from '@adonisjs/core/services/logger'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { currentIds, withIds } from '#tracing/log_ids'
import { openSpan, type OpenSpan } from '#tracing/tracer'

/** What machines ask every few seconds. */
const OF_MACHINES = /^\/(health\/|metrics$)/

/** A line of the log for every request when its answer has ended, and a span where a collector wants one. */
export default class WatchRequestMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const startedAt = performance.now()
    const isOfMachines = OF_MACHINES.test(ctx.request.url())
    const span = isOfMachines ? null : openRequest(ctx)
    const ids = currentIds()
    ctx.response.response.once('close', () => {
      const seen = seenOf(ctx, performance.now() - startedAt)
      const tell = () => logger[isOfMachines ? 'debug' : 'info'](seen, 'request')
      withIds(ids, () => (span ? span.within(tell) : tell()))
      if (span) endRequest(span, seen)
    })
    return span ? span.within(next) : next()
  }
}

interface SeenRequest {
  method: string
  /** Its pattern, for an address may hold a secret; null: no route, such as a file of the console's. */
  route: string | null
  status: number
  durationMs: number
  userId: number | null
  /** The client hung up before the answer's end. */
  isCutOff?: true
}

function seenOf(ctx: HttpContext, durationMs: number): SeenRequest {
  const { statusCode, writableFinished } = ctx.response.response
  return {
    method: ctx.request.method(),
    route: ctx.route?.pattern ?? null,
    status: statusCode,
    durationMs: Math.round(durationMs * 10) / 10,
    userId: ctx.auth?.user?.id ?? null,
    ...(!writableFinished && { isCutOff: true as const }),
  }
}

/** Named by its method alone until the route is known, as OpenTelemetry's conventions ask. */
function openRequest({ request }: HttpContext): OpenSpan | null {
  const parent = request.header('traceparent') ?? null
  const method = request.method()
  const attributes = {
    'http.request.method': method,
    'url.scheme': request.protocol(),
    'mediakeep.request_id': request.id(),
  }
  return openSpan({ name: method, kind: 'server', parent, attributes })
}

function endRequest(span: OpenSpan, { method, route, status }: SeenRequest) {
  if (route) span.rename(`${method} ${route}`)
  span.set({ 'http.route': route, 'http.response.status_code': status })
  if (status >= 500) span.fail(String(status))
  span.end()
}

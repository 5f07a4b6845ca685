import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Metrics } from '#metrics/metrics'

/** Counts each answer by its route when its last byte is sent, or its reader has gone. */
@inject()
export default class MeasureRequestMiddleware {
  constructor(private metrics: Metrics) {}

  handle(ctx: HttpContext, next: NextFn) {
    const startedAt = performance.now()
    const { socket } = ctx.request.request
    const sentBefore = socket.bytesWritten || 0 // of the requests before on this connection
    ctx.response.onFinish((_error, { statusCode: status }) => {
      const { request, route } = ctx
      const tookS = (performance.now() - startedAt) / 1000
      const answered = { method: request.request.method ?? '', pattern: route?.pattern ?? null }
      // what waited to be written counts as written until the reader leaves
      const sentBytes = Math.max(0, (socket.bytesWritten || 0) - sentBefore)
      this.metrics.http?.answered({ ...answered, status, tookS, sentBytes })
    })
    return next()
  }
}

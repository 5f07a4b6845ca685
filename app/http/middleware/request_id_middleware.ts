import { randomUUID } from 'node:crypto'
import logger from '@adonisjs/core/services/logger'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { withIds } from '#tracing/log_ids'

const FITTING = /^[\w.:+/=@-]{1,128}$/

/**
 * Programs may choose the id that stands in the log and in the answer, where it fits on a line; others get one. Every line
 * that is logged on the request's behalf carries it, and the jobs that it asks for keep it.
 */
export default class RequestIdMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const { request, response } = ctx
    if (!FITTING.test(request.id() ?? '')) request.request.headers['x-request-id'] = randomUUID()
    const requestId = request.id()!
    ctx.logger = logger // the framework's own says the id under another name
    response.header('x-request-id', requestId)
    return withIds({ requestId }, next)
  }
}

import { randomUUID } from 'node:crypto'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isApiRequest } from '#http/middleware/api_request'

const FITTING = /^[\w.:+/=@-]{1,128}$/

/** Programs may choose the id that stands in the log and in the answer, where it fits on a line; others get one. */
export default class RequestIdMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    if (!FITTING.test(ctx.request.id() ?? '')) giveOwn(ctx)
    if (isApiRequest(ctx)) ctx.response.header('x-request-id', ctx.request.id()!)
    return next()
  }
}

function giveOwn(ctx: HttpContext) {
  const id = randomUUID()
  ctx.request.request.headers['x-request-id'] = id
  ctx.logger = ctx.logger.child({ request_id: id })
}

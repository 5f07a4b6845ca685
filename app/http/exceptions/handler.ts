import app from '@adonisjs/core/services/app'
import { errors, ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import type { HttpError, StatusPageRange, StatusPageRenderer } from '@adonisjs/core/types/http'
import { errors as limiterErrors } from '@adonisjs/limiter'
import { isApiRequest } from '#http/middleware/api_request'
import { methodNotAllowed } from '#http/exceptions/method_not_allowed'
import { outageOf } from '#http/exceptions/outage'
import { problemOf } from '#http/exceptions/problem'

const REFUSALS = [400, 401, 403, 404, 405, 409, 412, 413, 415, 416, 422, 429]
const RETRY_AFTER_OUTAGE_S = 5

/** The only place where an error becomes an answer. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = !app.inProduction
  protected renderStatusPages = true
  protected ignoreStatuses = REFUSALS

  protected statusPages: Record<StatusPageRange, StatusPageRenderer> = {
    '403': (error, ctx) => page('forbidden', error, ctx),
    '404': (error, ctx) => page('not_found', error, ctx),
    '503': (error, ctx) => page('server_error', error, ctx),
    // While developing, the framework's own page shows where it happened.
    ...(app.inDev ? {} : { '500..502': (error, ctx) => page('server_error', error, ctx) }),
  }

  async handle(error: unknown, ctx: HttpContext) {
    return isApiRequest(ctx) ? sendProblem(this.toHttpError(error), ctx) : super.handle(error, ctx)
  }

  protected toHttpError(error: unknown): HttpError {
    return super.toHttpError(outageOf(error) ?? error)
  }
}

function sendProblem(thrown: HttpError, ctx: HttpContext) {
  const { request, response } = ctx
  const error =
    thrown instanceof errors.E_ROUTE_NOT_FOUND ? (methodNotAllowed(ctx) ?? thrown) : thrown
  const problem = problemOf(error, request.id() ?? null)
  for (const [name, value] of Object.entries(headersFor(error, ctx))) response.header(name, value)
  response.header('content-type', 'application/problem+json; charset=utf-8')
  response.header('cache-control', 'no-store')
  response.status(problem.status).send(JSON.stringify(problem))
}

function headersFor(error: HttpError, { request }: HttpContext): Record<string, string | number> {
  if (error instanceof limiterErrors.E_TOO_MANY_REQUESTS) {
    return { 'retry-after': error.response.availableIn }
  }
  if (hasHeaders(error)) return error.headers
  if (error.status === 503) return { 'retry-after': RETRY_AFTER_OUTAGE_S }
  if (error.status !== 401) return {}
  const isRefused = Boolean(request.header('authorization'))
  return {
    'www-authenticate': `Bearer realm="mediakeep"${isRefused ? ', error="invalid_token"' : ''}`,
  }
}

/** Errors that say more than their words do. */
function hasHeaders(error: object): error is { headers: Record<string, string | number> } {
  return 'headers' in error && typeof error.headers === 'object'
}

/** A page of the console; words alone where that cannot be drawn, as when the session is missing. */
async function page(name: string, error: HttpError, ctx: HttpContext): Promise<string> {
  try {
    return await ctx.view.render(`pages/errors/${name}`, { error, requestId: ctx.request.id() })
  } catch (failure) {
    ctx.logger.warn({ err: failure }, `the page for ${error.status} cannot be drawn`)
    ctx.response.header('content-type', 'text/plain; charset=utf-8')
    return error.status === 500 ? 'Something unforeseen went wrong' : error.message
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Answers are for this client alone, are what they say, and can be found again in the log. */
export default class ApiHeadersMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    response.header('cache-control', 'private, no-store')
    response.header('x-content-type-options', 'nosniff')
    response.header('x-request-id', request.id() ?? '')
    return next()
  }
}

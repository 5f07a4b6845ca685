import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Answers are for this client alone, and are what they say. */
export default class ApiHeadersMiddleware {
  handle({ response }: HttpContext, next: NextFn) {
    response.header('cache-control', 'private, no-store')
    response.header('x-content-type-options', 'nosniff')
    return next()
  }
}

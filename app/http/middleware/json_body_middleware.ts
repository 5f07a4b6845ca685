import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { BodyNotJson } from '#http/exceptions/body_not_json'

/** The API reads JSON only, uploads apart. @throws BodyNotJson */
export default class JsonBodyMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const hasBody =
      Number(request.header('content-length') ?? 0) > 0 || request.header('transfer-encoding')
    if (hasBody && !request.is(['application/json'])) {
      throw new BodyNotJson(request.header('content-type'))
    }
    return next()
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { etagOf, isKnown } from '#http/versions/versions'

/**
 * Gives JSON an `ETag`, and answers 304 to who has it already. `apiRoutes` lays it around every GET, PATCH and PUT; a
 * controller calls `saysVersion` for things that are changed with `If-Match`.
 */
export default class EtagMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    await next()
    const { request, response } = ctx
    if (response.getStatus() !== 200 || !isJson(ctx)) return
    const text = JSON.stringify(response.getBody())
    const etag = etagOf(ctx, text)
    response.header('etag', etag)
    if (request.method() !== 'PATCH' && isKnown(ctx, etag)) return response.status(304).send(null)
    response.header('content-type', 'application/json; charset=utf-8').send(text)
  }
}

function isJson({ response }: HttpContext): boolean {
  if (!response.hasContent || response.getHeader('etag') || response.headersSent) return false
  const body: unknown = response.getBody()
  return typeof body === 'object' && body !== null && !Buffer.isBuffer(body)
}

import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { BodyNotJson } from '#http/exceptions/body_not_json'
import { JsonTooDeep } from '#http/exceptions/json_too_deep'

const MAX_DEPTH = 64

/** JSON is UTF-8 (RFC 8259), and no deeper than whoever walks through it can bear. @throws BodyNotJson, JsonTooDeep */
export default class JsonLimitsMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const type = request.header('content-type')
    if (!type || !request.is(['application/json'])) return next()
    const charset = /;\s*charset="?([^";\s]+)/i.exec(type)?.[1]
    if (charset && !/^(utf-?8|us-ascii)$/i.test(charset)) throw new BodyNotJson(type)
    if (isDeeperThan(MAX_DEPTH, request.body())) throw new JsonTooDeep(MAX_DEPTH)
    return next()
  }
}

/** Without recursion, which is what it keeps others from. */
function isDeeperThan(depth: number, value: unknown): boolean {
  let level: unknown[] = [value]
  for (let at = 0; level.length > 0; at += 1) {
    if (at > depth) return true
    level = level.flatMap((one) => (typeof one === 'object' && one ? Object.values(one) : []))
  }
  return false
}

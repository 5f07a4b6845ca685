import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import vine from '@vinejs/vine'
import { answerOnce } from '#http/idempotency/answer_once'

const KEY = 'idempotency-key'
const header = vine.create({ [KEY]: vine.string().regex(/^[\x20-\x7e]{1,255}$/) })

/**
 * With a header `Idempotency-Key` the same request again is answered as before. `apiRoutes` lays it innermost around every
 * POST: who may not ask learns nothing of what was answered.
 *
 * @throws IdempotencyKeyReused, IdempotencyKeyInFlight
 */
export default class IdempotencyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const said = ctx.request.header(KEY)
    if (said === undefined) return next()
    const checked = await header.validate({ [KEY]: said })
    return answerOnce(ctx, checked[KEY], next)
  }
}

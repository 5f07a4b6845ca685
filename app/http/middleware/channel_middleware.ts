import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import vine from '@vinejs/vine'

const subscription = vine.create({
  uid: vine.string().minLength(1).maxLength(64),
  channel: vine
    .string()
    .maxLength(200)
    .regex(/^[\w/-]+$/),
})

/** Transmit takes whatever comes as a channel, and breaks where nothing does. */
export default class ChannelMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    if (ctx.request.method() === 'POST') await ctx.request.validateUsing(subscription)
    return next()
  }
}

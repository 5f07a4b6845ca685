import { inject } from '@adonisjs/core'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isBrowserRequest } from '#http/middleware/api_request'

/** Sessions are for browsers: programs get no cookies, and cookies open nothing for them. */
@inject()
export default class BrowserSessionMiddleware {
  constructor(private session: SessionMiddleware<never>) {}

  handle(ctx: HttpContext, next: NextFn) {
    return isBrowserRequest(ctx) ? this.session.handle(ctx, next) : next()
  }
}

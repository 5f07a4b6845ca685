import { inject } from '@adonisjs/core'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isBrowserRequest } from '#http/middleware/api_request'

/** CSRF tokens and page policies are for browsers; a bearer token cannot be forged by another site. */
@inject()
export default class BrowserShieldMiddleware {
  constructor(private shield: ShieldMiddleware) {}

  handle(ctx: HttpContext, next: NextFn) {
    return isBrowserRequest(ctx) ? this.shield.handle(ctx, next) : next()
  }
}

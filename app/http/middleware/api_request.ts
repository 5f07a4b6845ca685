import type { HttpContext } from '@adonisjs/core/http'

/** Whether a program asks the API, rather than a browser the console. */
export function isApiRequest({ request }: HttpContext): boolean {
  return /^\/api(\/|$)/.test(request.url())
}

/** Whether a person's browser may be asking: neither the API nor a probe of health has sessions. */
export function isBrowserRequest(ctx: HttpContext): boolean {
  return !isApiRequest(ctx) && !ctx.request.url().startsWith('/health/')
}

import type { HttpContext } from '@adonisjs/core/http'

/** Whether a program asks the API, rather than a browser the console. */
export function isApiRequest({ request }: HttpContext): boolean {
  return /^\/api(\/|$)/.test(request.url())
}

/** Whether a link to a file was given to somebody: it opens the file by itself, on any site. */
export function isMediaRequest({ request }: HttpContext): boolean {
  return request.url().startsWith('/media/')
}

/** What watches this process: health and metrics. */
function isProbe({ request }: HttpContext): boolean {
  return /^\/(health\/|metrics$)/.test(request.url())
}

/** Whether a person's browser may be asking: neither the API nor a link nor a probe has sessions. */
export function isBrowserRequest(ctx: HttpContext): boolean {
  return !isApiRequest(ctx) && !isMediaRequest(ctx) && !isProbe(ctx)
}

import type { HttpContext } from '@adonisjs/core/http'
import { namedUrl } from '#config/app'

/** A path of ours as somebody elsewhere opens it: under APP_URL, else where this request came in. */
export function ownAddress({ request }: HttpContext, path: string): string {
  const base = namedUrl ?? `${request.protocol()}://${request.host()}`
  return new URL(path, base).href
}

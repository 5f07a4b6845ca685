import { Exception } from '@adonisjs/core/exceptions'
import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** The address exists, but not for this method. */
export class MethodNotAllowed extends Exception {
  static status = 405
  static code = 'E_METHOD_NOT_ALLOWED'

  readonly headers: { allow: string }

  constructor(method: string, allowed: string[]) {
    super(`${method} is not possible here: use ${allowed.join(', ')}`)
    this.headers = { allow: allowed.join(', ') }
  }
}

/** Why no route fits: null where the address does not exist at all, or holds what no thing is called by. */
export function methodNotAllowed({ request }: HttpContext): MethodNotAllowed | null {
  const allowed = METHODS.filter((method) => router.match(request.url(), method, false))
  if (allowed.length === 0 || allowed.includes(request.method())) return null
  return new MethodNotAllowed(request.method(), allowed)
}

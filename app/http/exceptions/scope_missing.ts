import { Exception } from '@adonisjs/core/exceptions'
import type { Scope } from '#accounts/scopes'

export class ScopeMissing extends Exception {
  static status = 403
  static code = 'E_SCOPE_MISSING'

  readonly headers: { 'www-authenticate': string }

  constructor(needed: Scope) {
    super(`This token lacks the scope "${needed}": make one that has it in the console, API tokens`)
    // As RFC 6750 words it
    const words = `error="insufficient_scope", scope="${needed}"`
    this.headers = { 'www-authenticate': `Bearer realm="mediakeep", ${words}` }
  }
}

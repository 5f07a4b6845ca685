import { Exception } from '@adonisjs/core/exceptions'
import type { Scope } from '#accounts/scopes'

export class ScopeMissing extends Exception {
  static status = 403
  static code = 'E_SCOPE_MISSING'

  constructor(readonly needed: Scope) {
    super(`This token lacks the scope "${needed}": make one that has it in the console, API tokens`)
  }
}

import { Exception } from '@adonisjs/core/exceptions'
import type { TokenAbility } from '#accounts/api_tokens'

export class TokenMayNot extends Exception {
  static status = 403
  static code = 'E_TOKEN_ABILITY'

  constructor(needed: TokenAbility) {
    super(`This token may not ${needed}: make one that may in the console, under API tokens`)
  }
}

import { Exception } from '@adonisjs/core/exceptions'
import type { Role } from '#accounts/role'

export class RoleTooLow extends Exception {
  static status = 403
  static code = 'E_ROLE_TOO_LOW'

  constructor(needed: Role) {
    super(`This needs the role "${needed}": ask an administrator`)
  }
}

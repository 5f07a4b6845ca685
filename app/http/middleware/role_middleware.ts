import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { RoleTooLow } from '#http/exceptions/role_too_low'
import { includesRole, type Role } from '#accounts/role'

/** Lets in who may do at least what the role may. @throws RoleTooLow */
export default class RoleMiddleware {
  async handle({ auth }: HttpContext, next: NextFn, options: { atLeast: Role }) {
    if (!includesRole(auth.getUserOrFail().role, options.atLeast)) {
      throw new RoleTooLow(options.atLeast)
    }
    return next()
  }
}

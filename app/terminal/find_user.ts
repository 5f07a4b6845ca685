import { Exception } from '@adonisjs/core/exceptions'
import User from '#accounts/user'

class UserNotFound extends Exception {
  static status = 404
  static code = 'E_USER_NOT_FOUND'
}

/** @throws UserNotFound */
export async function findUserByEmail(email: string): Promise<User> {
  const user = await User.query().whereRaw('lower(email) = ?', [email.trim().toLowerCase()]).first()
  if (user) return user
  throw new UserNotFound(
    `There is no user "${email}": make one with ./ace user:create --email ${email}`
  )
}

import { DateTime } from 'luxon'
import { errors } from '@adonisjs/auth'
import User from '#accounts/user'

/** Who signs in. @throws E_INVALID_CREDENTIALS, the same for a wrong password, nobody and somebody disabled */
export async function personSigningIn(given: { email: string; password: string }): Promise<User> {
  const user = await User.verifyCredentials(given.email.trim().toLowerCase(), given.password)
  if (user.disabledAt) throw new errors.E_INVALID_CREDENTIALS('Invalid user credentials')
  await user.merge({ signedInAt: DateTime.now() }).save()
  return user
}

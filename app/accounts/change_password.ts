import db from '@adonisjs/lucid/services/db'
import User from '#accounts/user'
import { recordAudit } from '#accounts/audit'
import { WrongPassword } from '#accounts/errors'
import { requireGoodPassword } from '#accounts/new_password'
import { endPasswordLinks } from '#accounts/password_link'

export interface PasswordChange {
  user: User
  present: string
  wanted: string
}

/**
 * Changes one's own password; every session ends, also the one that asks.
 *
 * @returns the person with the new session generation
 * @throws WrongPassword, PasswordTooShort
 */
export async function changePassword(change: PasswordChange): Promise<User> {
  requireGoodPassword(change.wanted)
  if (!(await change.user.verifyPassword(change.present))) throw new WrongPassword()
  return db.transaction(async (trx) => {
    const user = await User.query({ client: trx })
      .where('id', change.user.id)
      .forUpdate()
      .firstOrFail()
    user.merge({ password: change.wanted, sessionGeneration: user.sessionGeneration + 1 })
    await user.save()
    await endPasswordLinks(user, trx)
    const subject = { type: 'user', id: user.id }
    const action = 'user.password_changed'
    await recordAudit({ by: user.asActor('console'), action, subject }, trx)
    return user
  })
}

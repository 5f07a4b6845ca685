import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type User from '#accounts/user'
import { recordAudit } from '#accounts/audit'
import { requireGoodPassword } from '#accounts/new_password'
import { endPasswordLinks, personOfLink } from '#accounts/password_link'

/**
 * Uses somebody's link: the password is theirs from now on, their sessions end, the link is dead.
 *
 * @throws PasswordLinkDead, PasswordTooShort
 */
export async function choosePassword(asked: { secret: string; password: string }): Promise<User> {
  requireGoodPassword(asked.password)
  return db.transaction(async (trx) => {
    const { user, purpose } = await personOfLink(asked.secret, trx)
    user.merge({
      password: asked.password,
      sessionGeneration: user.sessionGeneration + 1,
      joinedAt: user.joinedAt ?? DateTime.now(),
    })
    await user.useTransaction(trx).save()
    await endPasswordLinks(user, trx)
    const action = purpose === 'invitation' ? 'user.joined' : 'user.password_reset'
    const subject = { type: 'user', id: user.id }
    await recordAudit({ by: user.asActor('console'), action, subject }, trx)
    return user
  })
}

import { DateTime } from 'luxon'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import User from '#accounts/user'
import { recordAudit } from '#accounts/audit'
import { LastAdministrator, NotOneself, UserDisabled, UserMissing } from '#accounts/errors'
import { endPasswordLinks, makePasswordLink, type PasswordLink } from '#accounts/password_link'
import type { Actor } from '#accounts/actor'
import type { Role } from '#accounts/role'

export interface UserChange {
  userId: unknown
  by: Actor
}

/** Holds from the next request of that person on, in tokens too. @throws UserMissing, LastAdministrator */
export async function changeRole({ role, ...change }: UserChange & { role: Role }): Promise<User> {
  return changeUser(change, async (user, trx) => {
    if (role === user.role) return user
    if (role !== 'admin') await requireAnotherAdministrator(user, trx)
    const details = { from: user.role, to: role }
    await user.merge({ role }).save()
    await recordAudit(
      { by: change.by, action: 'user.role_changed', ...aboutOf(user), details },
      trx
    )
    return user
  })
}

/**
 * Ends sessions, tokens and links of somebody at once, and lets them in no more.
 *
 * @throws UserMissing, LastAdministrator, NotOneself
 */
export async function disableUser(change: UserChange): Promise<User> {
  return changeUser(change, async (user, trx) => {
    if (user.disabledAt) return user
    if (user.id === change.by.userId) throw new NotOneself()
    await requireAnotherAdministrator(user, trx)
    const sessionGeneration = user.sessionGeneration + 1
    await user.merge({ disabledAt: DateTime.now(), sessionGeneration }).save()
    await endPasswordLinks(user, trx)
    const tokens = await trx.from('auth_access_tokens').where('tokenable_id', user.id).delete()
    const details = { tokensRevoked: Number(tokens) }
    await recordAudit({ by: change.by, action: 'user.disabled', ...aboutOf(user), details }, trx)
    return user
  })
}

/** Lets somebody in again, with the password they had; their tokens are gone. @throws UserMissing */
export async function enableUser(change: UserChange): Promise<User> {
  return changeUser(change, async (user, trx) => {
    if (!user.disabledAt) return user
    await user.merge({ disabledAt: null }).save()
    await recordAudit({ by: change.by, action: 'user.enabled', ...aboutOf(user) }, trx)
    return user
  })
}

/**
 * A fresh link for somebody who lost the password, or the invitation. The password they have works until the link is
 * used.
 *
 * @throws UserMissing, UserDisabled
 */
export async function renewLink(change: UserChange): Promise<{ user: User; link: PasswordLink }> {
  return changeUser(change, async (user, trx) => {
    if (user.disabledAt) throw new UserDisabled(user.fullName)
    const purpose = user.joinedAt ? 'reset' : 'invitation'
    const link = await makePasswordLink({ user, purpose }, trx)
    const details = { purpose, expiresAt: link.expiresAt }
    await recordAudit({ by: change.by, action: 'user.link_made', ...aboutOf(user), details }, trx)
    return { user, link }
  })
}

const MAX_ID = 2_147_483_647

async function changeUser<T>(
  { userId }: UserChange,
  act: (user: User, trx: TransactionClientContract) => Promise<T>
): Promise<T> {
  const id = Number(userId)
  if (!Number.isInteger(id) || id < 1 || id > MAX_ID) throw new UserMissing(userId)
  return db.transaction(async (trx) => {
    await oneAtATime(trx)
    const user = await User.query({ client: trx }).where({ id }).forUpdate().first()
    if (!user) throw new UserMissing(userId)
    return act(user, trx)
  })
}

/** Of two administrators who disable each other the second finds itself the last. */
async function oneAtATime(trx: TransactionClientContract) {
  await trx.rawQuery(`select pg_advisory_xact_lock(hashtext('mediakeep.users'))`)
}

async function requireAnotherAdministrator(user: User, trx: TransactionClientContract) {
  if (user.role !== 'admin') return
  const another = await User.query({ client: trx })
    .where('role', 'admin')
    .whereNot('id', user.id)
    .whereNull('disabled_at')
    .whereNotNull('joined_at')
    .first()
  if (!another) throw new LastAdministrator(user.fullName)
}

function aboutOf(user: User) {
  return { subject: { type: 'user', id: user.id } }
}

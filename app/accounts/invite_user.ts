import { randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import User from '#accounts/user'
import { recordAudit } from '#accounts/audit'
import { requireFreeEmail } from '#accounts/create_user'
import { makePasswordLink, type PasswordLink } from '#accounts/password_link'
import type { Actor } from '#accounts/actor'
import type { Role } from '#accounts/role'

export interface Invitation {
  fullName: string
  email: string
  role: Role
  by: Actor
}

/** Makes an account that nobody can sign in to until its person chose a password through the link. */
export default class InviteUser {
  /** @throws EmailTaken */
  async handle({ by, ...person }: Invitation): Promise<{ user: User; link: PasswordLink }> {
    return db.transaction(async (trx) => {
      const email = await requireFreeEmail(person.email, trx)
      const password = randomBytes(32).toString('base64url') // nobody knows it
      const user = await User.create(
        { ...person, email, password, joinedAt: null },
        { client: trx }
      )
      const link = await makePasswordLink({ user, purpose: 'invitation' }, trx)
      const details = { email, role: user.role, expiresAt: link.expiresAt }
      const subject = { type: 'user', id: user.id }
      await recordAudit({ by, action: 'user.invited', subject, details }, trx)
      return { user, link }
    })
  }
}

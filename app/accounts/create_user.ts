import db from '@adonisjs/lucid/services/db'
import User from '#accounts/user'
import { recordAudit } from '#accounts/audit'
import { EmailTaken } from '#accounts/errors'
import type { Actor } from '#accounts/actor'
import type { Role } from '#accounts/role'

export interface NewUser {
  fullName: string
  email: string
  password: string
  role: Role
  by: Actor
}

/** Makes an account. @throws EmailTaken */
export default class CreateUser {
  async handle({ by, ...person }: NewUser): Promise<User> {
    const email = person.email.trim().toLowerCase()
    return db.transaction(async (trx) => {
      if (await User.query({ client: trx }).whereRaw('lower(email) = ?', [email]).first()) {
        throw new EmailTaken(email)
      }
      const user = await User.create({ ...person, email }, { client: trx })
      const subject = { type: 'user', id: user.id }
      await recordAudit({ by, action: 'user.created', subject, details: { role: user.role } }, trx)
      return user
    })
  }
}

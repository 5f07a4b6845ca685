import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
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
    return db.transaction(async (trx) => {
      const email = await requireFreeEmail(person.email, trx)
      const user = await User.create({ ...person, email }, { client: trx })
      const subject = { type: 'user', id: user.id }
      await recordAudit({ by, action: 'user.created', subject, details: { role: user.role } }, trx)
      return user
    })
  }
}

/** The address as it is kept. @throws EmailTaken */
export async function requireFreeEmail(
  wanted: string,
  trx: TransactionClientContract
): Promise<string> {
  const email = wanted.trim().toLowerCase()
  const taken = await User.query({ client: trx }).whereRaw('lower(email) = ?', [email]).first()
  if (taken) throw new EmailTaken(email)
  return email
}

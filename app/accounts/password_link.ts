import { createHash, randomBytes } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import User from '#accounts/user'
import { PasswordLinkDead } from '#accounts/errors'

const TABLE = 'password_links'
const SECRET_BYTES = 32
const SECRET = /^[\w-]{43}$/
const HOUR_MS = 3_600_000

/** How long each kind may be used. */
const LIFE_MS = { invitation: 7 * 24 * HOUR_MS, reset: 24 * HOUR_MS } as const
export type LinkPurpose = keyof typeof LIFE_MS

/** Lets its holder choose a password, once. The secret is told only when it is made. */
export interface PasswordLink {
  secret: string
  expiresAt: Date
}

/** Makes a link for somebody; an older one of theirs dies. */
export async function makePasswordLink(
  of: { user: User; purpose: LinkPurpose },
  trx: TransactionClientContract
): Promise<PasswordLink> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  const expiresAt = new Date(Date.now() + LIFE_MS[of.purpose])
  await trx.from(TABLE).where('user_id', of.user.id).delete()
  await trx.table(TABLE).insert({
    user_id: of.user.id,
    purpose: of.purpose,
    secret_hash: hashOf(secret),
    expires_at: expiresAt,
  })
  return { secret, expiresAt }
}

/** Whose link it is. @throws PasswordLinkDead */
export async function personOfLink(
  secret: string,
  trx?: TransactionClientContract
): Promise<{ user: User; purpose: LinkPurpose }> {
  if (!SECRET.test(secret)) throw new PasswordLinkDead()
  const link = await (trx ?? db.connection())
    .from(TABLE)
    .where('secret_hash', hashOf(secret))
    .whereRaw('expires_at > now()')
    .if(trx, (query) => query.forUpdate())
    .first()
  const user = link && (await User.find(link.user_id, { client: trx }))
  if (!user || user.disabledAt) throw new PasswordLinkDead()
  return { user, purpose: link.purpose }
}

/** Nobody may use their link any more. */
export async function endPasswordLinks(user: User, trx: TransactionClientContract): Promise<void> {
  await trx.from(TABLE).where('user_id', user.id).delete()
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

import { randomBytes } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'

/** Of Standard Webhooks: 24 to 64 bytes behind this. */
const PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** A secret as the receiver gets it, once. */
export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64')
}

/** As the database keeps it. */
export function sealSecret(secret: string): string {
  return encryption.encrypt(secret)
}

/** Null where it was sealed with another APP_KEY. */
export function openSecret(sealed: string): string | null {
  return encryption.decrypt<string>(sealed)
}

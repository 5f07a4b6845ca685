import { PasswordTooShort } from '#accounts/errors'

export const MIN_PASSWORD_LENGTH = 10
export const MAX_PASSWORD_LENGTH = 1024

/** @throws PasswordTooShort */
export function requireGoodPassword(password: string): void {
  if (password.length < MIN_PASSWORD_LENGTH) throw new PasswordTooShort(MIN_PASSWORD_LENGTH)
}

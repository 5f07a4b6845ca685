import User from '#accounts/user'
import { createApiToken } from '#accounts/api_tokens'
import { mediakeep } from '#accounts/actor'
import type { Role } from '#accounts/role'

let made = 0

/** Somebody of that role, with an address of their own. */
export function personOf(role: Role): Promise<User> {
  made += 1
  const email = `${role}-${made}@example.org`
  return User.create({ fullName: `A ${role}`, email, password: 'correct horse', role })
}

/** The value of a fresh API token for somebody of that role. */
export async function tokenOf(role: Role): Promise<string> {
  const user = await personOf(role)
  const by = mediakeep('system')
  const { value } = await createApiToken({ user, name: 'test', expiresInS: null, by })
  return value
}

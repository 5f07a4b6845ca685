import User from '#accounts/user'
import { createApiToken } from '#accounts/api_tokens'
import { mediakeep } from '#accounts/actor'
import type { Role } from '#accounts/role'
import type { Scope } from '#accounts/scopes'

let made = 0

/** Somebody of that role, with an address of their own. */
export function personOf(role: Role): Promise<User> {
  made += 1
  const email = `${role}-${made}@example.org`
  return User.create({ fullName: `A ${role}`, email, password: 'correct horse', role })
}

/** The value of a fresh API token for somebody of that role. @param scopes left out: all that the role may */
export async function tokenOf(role: Role, scopes?: Scope[]): Promise<string> {
  const user = await personOf(role)
  const by = mediakeep('system')
  const { value } = await createApiToken({ user, name: 'test', expiresInS: null, scopes, by })
  return value
}

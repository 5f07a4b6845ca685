import User from '#accounts/user'

/** Everybody who has an account, by name. */
export function listUsers(): Promise<User[]> {
  return User.query().orderByRaw('disabled_at is not null, lower(full_name), id')
}

import User from '#accounts/user'

/** Everybody who has an account, by name. */
export function listUsers(): Promise<User[]> {
  return User.query().orderByRaw('disabled_at is not null, lower(full_name), id')
}

/** Names by id of those who are named; null stands for nobody. */
export async function peopleNames(ids: (number | null)[]): Promise<Map<number, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const people = await User.query().select('id', 'full_name').whereIn('id', wanted)
  return new Map(people.map(({ id, fullName }) => [id, fullName]))
}

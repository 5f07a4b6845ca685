/** What a token may touch; each has a scope to read and, but for some, one to write. */
export const SCOPES = [
  'videos:read',
  'videos:write',
  'jobs:read',
  'jobs:write',
  'presets:read',
  'presets:write',
  'queues:read',
  'queues:write',
  'schedules:read',
  'schedules:write',
  'webhooks:read',
  'webhooks:write',
  'events:read',
  'audit:read',
  'admin',
] as const

/**
 * What a token may do, within the role of its user. `admin` is all of it, also what is added later; a scope to
 * write includes the one to read the same.
 */
export type Scope = (typeof SCOPES)[number]

/** To look at everything, and change nothing. */
export const READ_SCOPES: Scope[] = SCOPES.filter((scope) => scope.endsWith(':read'))

/** Whether what was granted includes what is needed. */
export function includesScope(granted: readonly string[], needed: Scope): boolean {
  if (granted.includes(needed) || granted.includes('admin')) return true
  return needed.endsWith(':read') && granted.includes(needed.replace(':read', ':write'))
}

/** The scopes among what was said, each once and in their order, without those that another one includes. */
export function leastScopes(said: readonly string[]): Scope[] {
  const known = SCOPES.filter((scope) => said.includes(scope))
  return known.filter((scope) => !includesScope(without(known, scope), scope))
}

function without(scopes: Scope[], scope: Scope): Scope[] {
  return scopes.filter((other) => other !== scope)
}

import { includesScope, READ_SCOPES, type Scope } from '#accounts/scopes'

/** What a token may do, for the column of a table. */
export function scopeWords(scopes: Scope[]): string {
  if (scopes.includes('admin')) return 'Everything'
  const isLooking = scopes.every((scope) => scope.endsWith(':read'))
  const isAll = READ_SCOPES.every((scope) => includesScope(scopes, scope))
  return isLooking && isAll ? 'Read everything' : scopes.join(', ')
}

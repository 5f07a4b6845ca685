import { READ_SCOPES, SCOPES, type Scope } from '#accounts/scopes'
import { WrongUsage } from '#app/terminal/errors'
import { requireOneOf } from '#app/terminal/one_of'

/**
 * What a token shall do, from `--scopes videos:read,jobs:write` or `--read-only`.
 *
 * @returns undefined where neither is said
 * @throws WrongUsage
 */
export function askedScopes(scopes: string | undefined, isReadOnly = false): Scope[] | undefined {
  if (scopes === undefined) return isReadOnly ? READ_SCOPES : undefined
  if (isReadOnly) throw new WrongUsage('--scopes and --read-only came together: give one of them')
  return scopes.split(',').map((scope) => requireOneOf('--scopes', scope.trim(), SCOPES))
}

import { errors as httpErrors } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { errors } from '@vinejs/vine'

const NUL = '\0'
const NOT_KEPT = 'holds characters that cannot be kept: NUL, or half of a surrogate pair'
const NO_FIELD = 'is a name that no field has'

/**
 * Postgres keeps neither NUL nor half a surrogate pair (PostgreSQL 15, 8.3 and 8.14), and names such as `toString` break who
 * converts what bears them: input with either is refused before it is looked at. In an address it is the name of nothing.
 *
 * @throws E_ROUTE_NOT_FOUND, E_VALIDATION_ERROR naming the field
 */
export default class PlainInputMiddleware {
  handle({ request, params }: HttpContext, next: NextFn) {
    if (faultIn(params)) throw new httpErrors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    const fault = faultIn(request.qs()) ?? faultIn(request.body())
    if (!fault) return next()
    const { field, words } = fault
    throw new errors.E_VALIDATION_ERROR([{ field, rule: 'plain', message: `${field} ${words}` }])
  }
}

interface Fault {
  /** Such as `tags.0`. */
  field: string
  words: string
}

/** The first that it meets; without recursion, however deep the value is. */
function faultIn(input: object): Fault | null {
  const waiting: Found[] = childrenOf({ field: '', value: input })
  for (let found = waiting.pop(); found; found = waiting.pop()) {
    const words = faultOf(found)
    if (words) return { field: found.field, words }
    for (const child of childrenOf(found)) waiting.push(child) // spread, a long list would be too many arguments
  }
  return null
}

interface Found {
  field: string
  name?: string
  value: unknown
}

function faultOf({ name = '', value }: Found): string | null {
  if (name in Object.prototype) return NO_FIELD
  return isKept(name) && (typeof value !== 'string' || isKept(value)) ? null : NOT_KEPT
}

function childrenOf({ field, value }: Found): Found[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([name, child]) => ({
    ...{ field: field ? `${field}.${name}` : name, name },
    value: child,
  }))
}

function isKept(text: string): boolean {
  return !text.includes(NUL) && text.isWellFormed()
}

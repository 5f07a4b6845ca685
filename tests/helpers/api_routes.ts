import router from '@adonisjs/core/services/router'
import type { Role } from '#accounts/role'
import type { Scope } from '#accounts/scopes'

/** One way to call the API, as the router has it. */
export interface ApiRoute {
  method: string
  /** With its parameters, such as `/api/v1/jobs/:id`. */
  pattern: string
  /** Without the parameters' names: nothing has these ids. */
  path: string
  /** All that it says; the API wants exactly one. */
  scopes: Scope[]
  atLeast: Role
  isGuarded: boolean
}

/** Open to anybody: it says what the API is. */
const DESCRIPTION = '/api/v1/openapi.json'

/** Every route that wants a token. */
export function guardedRoutes(): ApiRoute[] {
  return apiRoutes().filter(({ pattern }) => pattern !== DESCRIPTION)
}

/** Every route of the API, also those that are added tomorrow. */
export function apiRoutes(): ApiRoute[] {
  return Object.values(router.toJSON())
    .flat()
    .filter(({ pattern }) => pattern.startsWith('/api/'))
    .flatMap((route) => {
      const chain = [...(route.middleware.all() as Iterable<unknown>)] as Named[]
      const methods = route.methods.filter((method) => method !== 'HEAD')
      return methods.map((method) => ({ method, pattern: route.pattern, ...said(route, chain) }))
    })
}

type Named = { name?: string; args?: { atLeast?: Role; needs?: Scope } }

function said({ pattern }: { pattern: string }, chain: Named[]) {
  const named = (wanted: string) => chain.filter(({ name }) => name === wanted)
  return {
    path: pattern.replace(/:\w+\??|\*/g, '2000000000'),
    scopes: named('scope').map(({ args }) => args!.needs!),
    atLeast: named('role').at(-1)?.args?.atLeast ?? 'viewer',
    isGuarded: named('auth').length > 0,
  } as const
}

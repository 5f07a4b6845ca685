import router from '@adonisjs/core/services/router'
import type { Role } from '#accounts/role'

/** One way to call the console, as the router has it. */
export interface ConsoleRoute {
  method: string
  /** With its parameters, such as `/jobs/:id`. */
  pattern: string
  name: string
  /** Null: whoever is not signed in may call it. */
  atLeast: Role | null
  isChange: boolean
}

const LOOKING = ['GET', 'HEAD', 'OPTIONS']
const OTHERS = ['/api', '/health', '/metrics']

type Matchers = Record<string, { match?: RegExp } | undefined>

/** Every route of the console, also those that are added tomorrow. */
export function consoleRoutes(): ConsoleRoute[] {
  return everyRoute()
    .filter(({ pattern }) => !OTHERS.some((other) => pattern.startsWith(other)))
    .flatMap((route) => {
      const methods = route.methods.filter((method) => method !== 'HEAD' || isHeadAlone(route))
      return methods.map((method) => ({
        method,
        pattern: route.pattern,
        name: route.name ?? route.pattern,
        atLeast: roleOf(route),
        isChange: !LOOKING.includes(method),
      }))
    })
}

/** The path of a route whose things do not exist. */
export function absentPath({ pattern }: ConsoleRoute): string {
  const { matchers } = everyRoute().find((route) => route.pattern === pattern)!
  return pattern.replace(/:(\w+)\??|\*/g, (_all, name: string | undefined) => {
    return name ? absent((matchers as Matchers)[name]?.match) : 'nothing'
  })
}

/** The route that such a request goes to; the more its pattern says, the earlier it is asked. Null: to none of the console. */
export function routeOf(method: string, path: string): ConsoleRoute | null {
  asked ??= consoleRoutes()
    .map((route) => ({ route, fits: expressionOf(route), says: route.pattern.split(':').length }))
    .sort((a, b) => a.says - b.says)
  const found = asked.find(({ route, fits }) => route.method === method && fits.test(path))
  return found?.route ?? null
}

let asked: { route: ConsoleRoute; fits: RegExp; says: number }[] | undefined

function expressionOf({ pattern }: ConsoleRoute): RegExp {
  return new RegExp(`^${pattern.replace(/:\w+\??/g, '[^/]+').replaceAll('*', '.*')}/?$`)
}

function everyRoute() {
  return Object.values(router.toJSON()).flat()
}

function isHeadAlone({ methods }: { methods: string[] }): boolean {
  return !methods.includes('GET')
}

function absent(match: RegExp | undefined): string {
  const known = ['2000000000', 'f'.repeat(32), 'nothing']
  return known.find((one) => !match || match.test(one)) ?? known[0]
}

type Named = { name?: string; args?: { atLeast?: Role } }

function roleOf(route: ReturnType<typeof everyRoute>[number]): Role | null {
  const chain = [...(route.middleware.all() as Iterable<unknown>)] as Named[]
  if (!chain.some(({ name }) => name === 'auth')) return null
  return chain.find(({ name }) => name === 'role')?.args?.atLeast ?? 'viewer'
}

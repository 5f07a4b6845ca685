import { timingSafeEqual, createHash } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import type { IncomingMessage } from 'node:http'

/** Whom this process tells its figures. */
export interface MetricsGuard {
  /** METRICS_TOKEN; null: who calls from near needs none. */
  token: string | null
  /** What is known of the console, where the figures are told on its address; null: they have a port of their own. */
  console: ConsoleDoor | null
}

export interface ConsoleDoor {
  /** By which people reach it, as APP_URL says; null: it says nothing. */
  host: string | null
  /** The figures are told on a port of their own as well: nobody needs to get them here. */
  hasOwnPort: boolean
}

export interface Refusal {
  status: 401 | 403
  words: string
}

/** What proxies add: behind one nobody knows from how far a request comes. */
const TOLD_BY_PROXIES = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']

/** @returns null where the caller may read */
export function refuseReader(request: IncomingMessage, guard: MetricsGuard): Refusal | null {
  return guard.token === null ? refuseFar(request, guard) : refuseStranger(request, guard.token)
}

function refuseStranger({ headers }: IncomingMessage, token: string): Refusal | null {
  const shown = headers.authorization?.match(/^Bearer (.+)$/i)?.[1] ?? ''
  if (timingSafeEqual(digest(shown), digest(token))) return null
  return { status: 401, words: 'Send METRICS_TOKEN as "Authorization: Bearer ..."' }
}

function refuseFar(request: IncomingMessage, { console }: MetricsGuard): Refusal | null {
  if (console?.hasOwnPort) return { status: 403, words: ON_OWN_PORT }
  const isPublic = Boolean(console?.host) && !isNear(hostOf(console!.host!))
  return !isPublic && comesFromNear(request) ? null : { status: 403, words: FOR_NEAR }
}

/** Also a name that a page of the web made lead here is far. */
function comesFromNear({ headers, socket }: IncomingMessage): boolean {
  const isThroughProxy = TOLD_BY_PROXIES.some((name) => headers[name] !== undefined)
  const isOfNear = isNearAddress(socket.remoteAddress ?? '') && isNear(hostOf(headers.host ?? ''))
  return isOfNear && !isThroughProxy
}

const WITH_TOKEN = 'set METRICS_TOKEN and send it as "Authorization: Bearer ..."'
const FOR_NEAR =
  'Metrics are for this machine and its private network: to read them from elsewhere, through a proxy or where APP_URL ' +
  `is a public name, ${WITH_TOKEN}`
const ON_OWN_PORT = `Metrics are told on METRICS_PORT: to read them here as well, ${WITH_TOKEN}`

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Without its port, and without the brackets of IPv6. */
export function hostOf(host: string): string {
  return host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')
}

/** A private address, or a name that no public DNS knows, as containers have. */
function isNear(host: string): boolean {
  if (isIP(host)) return isNearAddress(host)
  return /^[\w-]+$/.test(host) || host.endsWith('.localhost')
}

const NEAR = new BlockList()
NEAR.addSubnet('127.0.0.0', 8)
NEAR.addSubnet('10.0.0.0', 8)
NEAR.addSubnet('172.16.0.0', 12)
NEAR.addSubnet('192.168.0.0', 16)
NEAR.addSubnet('169.254.0.0', 16)
NEAR.addAddress('::1', 'ipv6')
NEAR.addSubnet('fc00::', 7, 'ipv6')
NEAR.addSubnet('fe80::', 10, 'ipv6')

function isNearAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  const family = isIP(plain)
  return family !== 0 && NEAR.check(plain, family === 6 ? 'ipv6' : 'ipv4')
}

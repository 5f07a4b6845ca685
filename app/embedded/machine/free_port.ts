import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { CannotStart } from '#embedded/errors'

const LAST_PORT = 65_535
const NEIGHBOURS = 100
/**
 * Below what systems give to clients (Linux from 32768, macOS from 49152: `net.ipv4.ip_local_port_range`, IANA's dynamic
 * ports). One of those may be the near end of a connection, open or just closed, when a server wants it again after a
 * restart, which is refused with EADDRINUSE then.
 */
const LASTING = { first: 12_000, end: 32_000 }
const TRIES = 1_000

/** Whether a server could listen there now. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** `wanted` when it is free, else any that is and that no client will be given. @throws CannotStart */
export async function portFor(wanted: number | null, host: string): Promise<number> {
  if (wanted && (await isPortFree(wanted, host))) return wanted
  return (await freePorts(1, host))[0]
}

/**
 * Ports one after the other, as many as asked for, that are free and that no client will be given.
 * @throws CannotStart when none are
 */
export async function freePorts(count: number, host: string): Promise<number[]> {
  for (let tries = 0; tries < TRIES; tries++) {
    const first = randomInt(LASTING.first, LASTING.end - count)
    const ports = Array.from({ length: count }, (_, index) => first + index)
    const free = await Promise.all(ports.map((port) => isPortFree(port, host)))
    if (free.every(Boolean)) return ports
  }
  throw new CannotStart(`No port is free on ${host}: is that an address of this machine?`)
}

/** `first`, or the next one above it that is free. @throws CannotStart when none is */
export async function nextFreePort(first: number, host: string): Promise<number> {
  const last = Math.min(first + NEIGHBOURS, LAST_PORT)
  for (let port = first; port <= last; port++) {
    if (await isPortFree(port, host)) return port
  }
  throw new CannotStart(`No port from ${first} to ${last} is free on ${host}: name one with --port`)
}

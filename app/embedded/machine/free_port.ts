import { createServer } from 'node:net'
import { CannotStart } from '#embedded/errors'

const LAST_PORT = 65_535
const NEIGHBOURS = 100

/** Whether a server could listen there now. */
export function isPortFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** `wanted` when it is free, else any that the system offers. */
export async function portFor(wanted: number | null, host: string): Promise<number> {
  return wanted && (await isPortFree(wanted, host)) ? wanted : anyFreePort(host)
}

/** `first`, or the next one above it that is free. @throws CannotStart when none is */
export async function nextFreePort(first: number, host: string): Promise<number> {
  const last = Math.min(first + NEIGHBOURS, LAST_PORT)
  for (let port = first; port <= last; port++) {
    if (await isPortFree(port, host)) return port
  }
  throw new CannotStart(`No port from ${first} to ${last} is free on ${host}: name one with --port`)
}

function anyFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port: 0, host }, () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

import { CannotStart } from '#embedded/errors'
import { isPortFree, nextFreePort } from '#embedded/machine/free_port'
import type { Settings } from '#embedded/settings_file'

const USUAL_PORT = 3333
const EVERYWHERE = ['0.0.0.0', '::', '']
const ANSWER_MS = 2_000

export interface ConsoleAddress {
  host: string
  port: number
  /** What a person types. */
  url: string
}

/** The port that was named, which must be free, else 3333 or the next free one above it. */
export async function chooseAddress(
  named: Settings,
  wantedPort: number | undefined
): Promise<ConsoleAddress> {
  const host = named.HOST ?? '127.0.0.1'
  const saidPort = wantedPort ?? (named.PORT ? Number(named.PORT) : undefined)
  if (saidPort !== undefined) await mustBeFree(saidPort, host)
  const port = saidPort ?? (await nextFreePort(USUAL_PORT, host))
  return { host, port, url: named.APP_URL ?? `http://${nameOf(host)}:${port}` }
}

/** Whether the console answers there. */
export async function isAlive({ host, port }: ConsoleAddress): Promise<boolean> {
  const url = `http://${EVERYWHERE.includes(host) ? '127.0.0.1' : bracketed(host)}:${port}/health/live`
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) })
    return answer.ok
  } catch {
    return false
  }
}

async function mustBeFree(port: number, host: string): Promise<void> {
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65_535
  if (!isPort) throw new CannotStart(`The port is ${port}: give a number from 1 to 65535`)
  if (await isPortFree(port, host)) return
  throw new CannotStart(`Port ${port} is taken on ${host}: stop what listens there or name another`)
}

function nameOf(host: string): string {
  return EVERYWHERE.includes(host) || host === '127.0.0.1' ? 'localhost' : bracketed(host)
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

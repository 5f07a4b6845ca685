import { setTimeout as delay } from 'node:timers/promises'
import { findPostgres } from '#embedded/postgres/postgres_server'
import { startPrivateServers, type ServersRequest } from '#embedded/private_servers'
import { findRedis } from '#embedded/redis_server'

const LOOK_EVERY_MS = 1_000

/** Starts a private server that has died again, on the port that everybody knows, until aborted. */
export async function keepServersAlive(
  request: ServersRequest & { signal: AbortSignal }
): Promise<void> {
  const { say, signal } = request
  while (!signal.aborted) {
    await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
    const gone = goneServers(request)
    if (signal.aborted || gone.length === 0) continue
    say(`${gone.join(' and ')} ended; starting again`)
    await startPrivateServers(request).catch((error: Error) => say(error.message))
  }
}

function goneServers({ paths, named }: ServersRequest): string[] {
  const gone = []
  if (!named.DATABASE_URL && !findPostgres(paths)) gone.push('Postgres')
  if (!named.REDIS_URL && !findRedis(paths)) gone.push('Redis')
  return gone
}

import { mkdirSync } from 'node:fs'
import type { InstancePaths } from '#embedded/instance_paths'
import { ensurePrograms, programPath } from '#embedded/machine/ensure_programs'
import type { Program } from '#embedded/machine/package_managers'
import { postgresUrl, startPostgres, stopPostgres } from '#embedded/postgres/postgres_server'
import { redisUrl, startRedis, stopRedis } from '#embedded/redis_server'
import type { RunningServer, ServerOptions } from '#embedded/running_server'
import { ensureSecrets } from '#embedded/secrets'
import { readSettings, writeSettings, type Settings } from '#embedded/settings_file'

export interface ServersRequest {
  paths: InstancePaths
  /** What the operator said; a server named there is used and not embedded. */
  named: Settings
  /** Programs to make sure of besides those of the servers. */
  programs: Program[]
  say: (line: string) => void
  signal?: AbortSignal
}

/**
 * Makes sure of Postgres and Redis, private ones where none is named, and answers the settings
 * by which the others find them.
 */
export async function startPrivateServers(request: ServersRequest): Promise<Settings> {
  const { paths, named, programs, say } = request
  for (const folder of [paths.run, paths.log]) mkdirSync(folder, { recursive: true })
  await ensurePrograms(named.REDIS_URL ? programs : [...programs, 'redis-server'], named, say)

  const { secrets, areNew } = ensureSecrets(paths.secretsFile)
  const ports = readSettings(paths.portsFile)
  const start = startOn(request, ports, areNew)
  const settings: Settings = named.APP_KEY ? {} : { APP_KEY: secrets.appKey }
  if (!named.DATABASE_URL) {
    const password = secrets.databasePassword
    const server = await start('POSTGRES', password, (options) => startPostgres(paths, options))
    settings.DATABASE_URL = postgresUrl(server, password)
  }
  if (!named.REDIS_URL) {
    const password = secrets.redisPassword
    const program = programPath('redis-server', named)!
    const server = await start('REDIS', password, (o) => startRedis(paths, program, o))
    settings.REDIS_URL = redisUrl(server, password)
  }
  return settings
}

export interface StopOptions {
  say: (line: string) => void
  /** Aborted when it must be over at once. */
  urgent?: AbortSignal
}

/** Stops what this instance has of both; Postgres last, since it holds the truth. */
export async function stopPrivateServers(
  paths: InstancePaths,
  { say, urgent }: StopOptions
): Promise<void> {
  if (await stopRedis(paths)) say('Stopped Redis')
  if (await stopPostgres(paths, { isQuick: urgent?.aborted })) say('Stopped Postgres')
}

/** Starts a server on the port of last time when that is free, and keeps the port for next time. */
function startOn({ paths, say, signal }: ServersRequest, ports: Settings, secretsAreNew: boolean) {
  return async (
    name: 'POSTGRES' | 'REDIS',
    password: string,
    start: (options: ServerOptions) => Promise<RunningServer>
  ): Promise<RunningServer> => {
    const wantedPort = Number(ports[name]) || null
    const server = await start({ password, secretsAreNew, wantedPort, signal })
    ports[name] = String(server.port)
    writeSettings(paths.portsFile, ports)
    say(`${name === 'REDIS' ? 'Redis' : 'Postgres'} runs on ${server.host}:${server.port}`)
    return server
  }
}

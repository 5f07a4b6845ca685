import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from '#embedded/errors'
import type { InstancePaths } from '#embedded/instance_paths'
import { endProcess } from '#embedded/machine/end_process'
import { portFor } from '#embedded/machine/free_port'
import { commandLineOf, identityOf } from '#embedded/machine/process_identity'
import { spawnServer } from '#embedded/machine/spawn_server'
import { asAccount, postgresAccount } from '#embedded/postgres/account'
import { postgresBinaries } from '#embedded/postgres/binaries'
import {
  DATABASE_NAME,
  initDatabase,
  resetPassword,
  type ClusterPlace,
} from '#embedded/postgres/init_database'
import type { RunningServer, ServerOptions } from '#embedded/running_server'

const HOST = '127.0.0.1'
const MAJOR_VERSION = '18'
const FAST_STOP_MS = 30_000
const READ_ERRORS = ['ENOENT', 'ENOTDIR']

const folderOf = (paths: InstancePaths) => join(paths.postgres, MAJOR_VERSION)

/** Starts the private Postgres, or takes the one that a killed `up` left behind. */
export async function startPostgres(
  paths: InstancePaths,
  options: ServerOptions
): Promise<RunningServer> {
  const left = findPostgres(paths)
  if (left && options.secretsAreNew) await stopPostgres(paths)
  else if (left) return left

  const place = await preparePlace(paths, options)
  const port = await portFor(options.wantedPort, HOST)
  const command = asAccount(place.account, [place.binaries.postgres, ...flags(place, port)])
  await spawnServer({
    name: 'Postgres',
    argv: command.argv,
    ids: command.ids,
    cwd: '/',
    logFile: join(paths.log, 'postgres.log'),
    isReady: () => readLockFile(place.folder)?.status === 'ready',
    signal: options.signal,
  })
  return findPostgres(paths)!
}

/** The running server of this instance; null when there is none. */
export function findPostgres(paths: InstancePaths): RunningServer | null {
  const folder = folderOf(paths)
  const lock = readLockFile(folder)
  if (!lock || !commandLineOf(lock.pid).includes(folder)) return null
  const identity = identityOf(lock.pid)
  return identity && { identity, port: lock.port, host: HOST }
}

/** "Fast": clients are sent away, nothing is lost; quicker still when asked. False: none ran. */
export async function stopPostgres(
  paths: InstancePaths,
  { isQuick = false } = {}
): Promise<boolean> {
  const running = findPostgres(paths)
  const signal = isQuick ? 'SIGQUIT' : 'SIGINT'
  const patience = { signal, graceMs: FAST_STOP_MS, lastSignal: 'SIGQUIT' } as const
  if (running) await endProcess(running.identity, patience)
  return running !== null
}

export function postgresUrl({ port }: RunningServer, password: string): string {
  return `postgres://${DATABASE_NAME}:${password}@${HOST}:${port}/${DATABASE_NAME}`
}

async function preparePlace(paths: InstancePaths, options: ServerOptions): Promise<ClusterPlace> {
  mkdirSync(paths.postgres, { recursive: true })
  const folder = folderOf(paths)
  const binaries = await postgresBinaries()
  const needs = { home: paths.postgres, dataFolder: folder, program: binaries.postgres }
  const account = await postgresAccount(needs)
  const place = { folder, account, binaries, signal: options.signal }

  if (!existsSync(folder)) await initDatabase(place, options.password)
  // findPostgres saw no server of ours: what is left is the note of one that was killed, and
  // Postgres would trust it when another process has its pid by now.
  rmSync(join(folder, 'postmaster.pid'), { force: true })
  if (options.secretsAreNew) await resetPassword(place, options.password)
  return place
}

function flags({ folder }: ClusterPlace, port: number): string[] {
  const settings = {
    listen_addresses: HOST,
    port,
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  return ['-D', folder, ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])]
}

/** Lines of postmaster.pid, see miscadmin.h: pid, folder, start, port, socket, host, shm, status. */
function readLockFile(folder: string): { pid: number; port: number; status: string } | null {
  try {
    const lines = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code && READ_ERRORS.includes(code)) return null
    throw new CannotStart(`${folder} belongs to another user: run ./ace as that user or as root`)
  }
}

import type { InstancePaths } from '#embedded/instance_paths'
import { isRunning } from '#embedded/machine/process_identity'
import { findPostgres } from '#embedded/postgres/postgres_server'
import { findRedis } from '#embedded/redis_server'
import type { RunningServer } from '#embedded/running_server'
import type { Settings } from '#embedded/settings_file'
import { lockHolder } from '#embedded/supervision/instance_lock'
import { readState, type ProcessState } from '#embedded/supervision/instance_state'

export interface InstanceReport {
  /** Whether an `up` lives and all its parts do. */
  isRunning: boolean
  /** Where the console is; null while it does not answer yet or nothing runs. */
  url: string | null
  parts: PartReport[]
}

export interface PartReport {
  name: string
  state: 'running' | 'restarting' | 'stopped' | 'elsewhere'
  pid: number | null
  /** Address of a server, restarts of a process; empty when there is nothing to say. */
  detail: string
  /** ISO 8601; null when it is not known. */
  startedAt: string | null
}

const PROCESSES = ['web', 'worker', 'scheduler']

export function instanceReport(paths: InstancePaths, named: Settings): InstanceReport {
  const isUp = lockHolder(paths.lockFile) !== null
  const state = readState(paths.stateFile)
  const parts = [
    serverPart('postgres', findPostgres(paths), named.DATABASE_URL),
    serverPart('redis', findRedis(paths), named.REDIS_URL),
    ...PROCESSES.map((name) => processPart(name, state?.processes, isUp)),
  ]
  const allRun = parts.every((part) => part.state === 'running' || part.state === 'elsewhere')
  return { isRunning: isUp && allRun, url: isUp ? (state?.url ?? null) : null, parts }
}

function serverPart(name: string, server: RunningServer | null, named?: string): PartReport {
  if (named) return { name, state: 'elsewhere', pid: null, detail: hostOf(named), startedAt: null }
  const state = server ? 'running' : 'stopped'
  const detail = server ? `${server.host}:${server.port}` : ''
  return { name, state, pid: server?.identity.pid ?? null, detail, startedAt: null }
}

function processPart(name: string, all: ProcessState[] = [], isUp: boolean): PartReport {
  const found = all.find((one) => one.name === name)
  if (!found) return { name, state: 'stopped', pid: null, detail: '', startedAt: null }

  const { identity, startedAt, restarts } = found
  const detail = restarts > 0 ? `started again ${restarts} times` : ''
  if (identity && isRunning(identity)) {
    return { name, state: 'running', pid: identity.pid, detail, startedAt }
  }
  return { name, state: isUp ? 'restarting' : 'stopped', pid: null, detail, startedAt: null }
}

/** Host and port of a URL, never its password. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}

import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from '#embedded/errors'
import { endProcess } from '#embedded/machine/end_process'
import { identityOf, isRunning, type ProcessIdentity } from '#embedded/machine/process_identity'
import { rotateLog } from '#embedded/rotate_log'
import { waitUntil } from '#embedded/wait_until'

export interface ServerLaunch {
  name: string
  argv: string[]
  ids?: { uid?: number; gid?: number }
  cwd: string
  logFile: string
  isReady: () => boolean | Promise<boolean>
  signal?: AbortSignal
}

const START_TIMEOUT_MS = 90_000
const STOP_MS = 20_000

/**
 * Starts a server that outlives us, in a session of its own, and waits until it answers.
 * @throws CannotStart with the end of its log when it ends or stays silent
 */
export async function spawnServer(launch: ServerLaunch): Promise<ProcessIdentity> {
  const identity = spawnDetached(launch)
  if (!identity)
    throw new CannotStart(`${launch.name} ended at once:\n${lastLines(launch.logFile)}`)

  let isReady = false
  try {
    const isDecided = async () => (isReady = await launch.isReady()) || !isRunning(identity)
    await waitUntil(isDecided, { timeoutMs: START_TIMEOUT_MS, signal: launch.signal })
  } finally {
    // it may not have written yet by what others would find it
    if (!isReady) await endProcess(identity, { signal: 'SIGTERM', graceMs: STOP_MS })
  }
  if (isReady) return identity
  throw new CannotStart(`${launch.name} did not start:\n${lastLines(launch.logFile)}`)
}

/** The last lines of a log, for a message. */
export function lastLines(logFile: string, count = 15): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
}

function spawnDetached({ argv, ids, cwd, logFile }: ServerLaunch): ProcessIdentity | null {
  mkdirSync(dirname(logFile), { recursive: true })
  rotateLog(logFile)
  const log = openSync(logFile, 'a')
  const stdio: ['ignore', number, number] = ['ignore', log, log]
  const child = spawn(argv[0], argv.slice(1), { ...ids, cwd, stdio, detached: true })
  child.once('error', () => {})
  child.unref()
  closeSync(log)
  return child.pid ? identityOf(child.pid) : null
}

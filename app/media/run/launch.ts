import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { jailFor } from './jail.js'
import type { LaunchedProcess } from './launched_process.js'
import { namedPaths, type NamedPaths } from './named_paths.js'
import { noteLaunch } from './running_programs.js'

const PARENT_DEATH = ['setpriv', '--pdeathsig', 'KILL', '--']
const POLITE = ['nice', '-n', '10']
const KEPT_VARIABLES = ['PATH', 'HOME', 'TMPDIR', 'LD_LIBRARY_PATH', 'DYLD_LIBRARY_PATH']

let parentDeathPrefix: string[] | null = null

/**
 * Starts a media program in a process group of its own, without stdin, at low priority and without
 * our environment (it holds secrets that a decoder must not see), in a jail where the machine has one. On Linux the
 * kernel kills it when we die, however we die.
 * @param also files that it reads and folders that it writes into though no argument of its own names them
 */
export function launch(
  binary: string,
  args: string[],
  also: Partial<NamedPaths> = {}
): LaunchedProcess {
  const named = namedPaths(args)
  const jail = jailFor(binary, {
    reads: [...named.reads, ...(also.reads ?? [])],
    writes: [...named.writes, ...(also.writes ?? [])],
  })
  const [command, ...rest] = [...parentDeath(), ...POLITE, ...jail, binary, ...args]
  const child = spawn(command, rest, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: mediaEnvironment(),
  })
  if (!child.stdout) return refuse(child)
  noteLaunch(child)
  return child
}

/** Without file handles Node makes no pipes, and tells why by an event that nobody could listen to yet. */
function refuse(child: ChildProcess): never {
  child.on('error', () => undefined)
  const code = 'EMFILE'
  throw Object.assign(new Error('No file handles are left to start a program with'), { code })
}

/** Tried once, unless the machine has no handles or processes left to try it with. */
function parentDeath(): string[] {
  if (parentDeathPrefix) return parentDeathPrefix
  if (process.platform !== 'linux') return (parentDeathPrefix = [])
  const [command, ...rest] = [...PARENT_DEATH, 'true']
  const { status, error } = spawnSync(command, rest, { stdio: 'ignore' })
  const prefix = status === 0 ? PARENT_DEATH : []
  const isMissing = (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'
  if (status !== null || isMissing) parentDeathPrefix = prefix
  return prefix
}

/** English messages, so that causes can be told from them. */
function mediaEnvironment(): NodeJS.ProcessEnv {
  const kept = KEPT_VARIABLES.filter((name) => process.env[name] !== undefined)
  return { ...Object.fromEntries(kept.map((name) => [name, process.env[name]])), LC_ALL: 'C' }
}

import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { NamedPaths } from './named_paths.js'

export const JAIL_MODES = ['auto', 'off'] as const

/** What programs, their libraries and fonts are made of; nobody keeps videos or secrets there. */
const SYSTEM = [
  ...['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32', 'nix/store', 'home/linuxbrew/.linuxbrew'],
  ...['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32', 'libexec'].map((name) => `usr/${name}`),
  ...['usr/local/bin', 'usr/local/lib', 'usr/local/lib64', 'usr/local/share/fonts'],
  ...['usr/share/fonts', 'usr/share/fontconfig', 'usr/share/ffmpeg', 'var/cache/fontconfig'],
  ...['etc/alternatives', 'etc/ld.so.cache', 'etc/fonts', 'sys/devices/system/cpu'],
].map((path) => `/${path}`)

/**
 * No network, no other process in sight, no privilege, an empty /tmp. The session is new already (see launch), and
 * one of bubblewrap's own would take the program out of our process group: it could no longer be stopped and continued.
 */
const WALLS = [
  ...['--unshare-all', '--die-with-parent', '--cap-drop', 'ALL', '--hostname', 'jail'],
  ...['--dev', '/dev', '--proc', '/proc', '--tmpfs', '/tmp', '--chdir', '/'],
]
const CHECK_TIMEOUT_MS = 5_000

const checked = new Map<string, boolean>()

/**
 * What to put before a command so that it sees the system, what it reads and what it writes, and nothing else.
 * Empty where the machine has no bubblewrap, where it does not work, or where MEDIA_JAIL is `off`.
 */
export function jailFor(binary: string, { reads, writes }: NamedPaths): string[] {
  if (!isJailed(binary)) return []
  const writable = writes
    .filter((path) => existsSync(path))
    .flatMap((path) => ['--bind', path, path])
  // After the folders: an input that lies in one of them stays as it is.
  const readable = reads.filter((path) => existsSync(path)).flatMap(readOnly)
  return [...wallsFor(binary), ...writable, ...readable, '--']
}

/** Whether this program runs behind walls. Tried once for each program, by asking its version in there. */
export function isJailed(binary: string): boolean {
  if (process.platform !== 'linux' || process.env.MEDIA_JAIL === 'off') return false
  const known = checked.get(binary)
  if (known !== undefined) return known

  const [command, ...args] = [...wallsFor(binary), '--', binary, '-version']
  const { status, error } = spawnSync(command, args, {
    stdio: 'ignore',
    timeout: CHECK_TIMEOUT_MS,
    killSignal: 'SIGKILL',
  })
  // A busy machine, or one without file handles, is no reason to go without for good.
  const isMissing = (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT'
  if (status !== null || isMissing) checked.set(binary, status === 0)
  return status === 0
}

/** In one sentence, for logs. */
export function jailSentence(binary: string): string {
  if (isJailed(binary)) return 'ffmpeg runs in a jail: no network, only its own files'
  return process.env.MEDIA_JAIL === 'off'
    ? 'ffmpeg runs without a jail: MEDIA_JAIL is off'
    : 'ffmpeg runs without a jail: bubblewrap (bwrap) is missing or may not be used on this machine'
}

function wallsFor(binary: string): string[] {
  const libraries = (process.env.LD_LIBRARY_PATH ?? '').split(delimiter).filter(Boolean)
  const own = [...SYSTEM, ...homeOf(binary), ...libraries]
  return ['bwrap', ...WALLS, ...own.filter((path) => existsSync(path)).flatMap(readOnly)]
}

/** A program that stands elsewhere brings its folder, and the libraries beside it. */
function homeOf(binary: string): string[] {
  if (!binary.startsWith('/') || !existsSync(binary)) return []
  const folder = dirname(realpathSync(binary))
  return [dirname(binary), folder, join(dirname(folder), 'lib')]
}

function readOnly(path: string): string[] {
  return ['--ro-bind', path, path]
}

import { CannotStart } from '#embedded/errors'
import { findProgram } from '#embedded/machine/find_program'
import { mustRun, runProgram } from '#embedded/machine/run_program'
import {
  installCommands,
  PACKAGE_MANAGERS,
  type PackageManager,
  type Program,
} from '#embedded/machine/package_managers'
import type { Settings } from '#embedded/settings_file'

/** How a program may be called on PATH, and the setting by which the operator names another. */
const WHERE: Record<Program, { names: string[]; setting: string }> = {
  'ffmpeg': { names: ['ffmpeg'], setting: 'FFMPEG_BINARY' },
  'ffprobe': { names: ['ffprobe'], setting: 'FFPROBE_BINARY' },
  'redis-server': { names: ['redis-server', 'valkey-server'], setting: 'REDIS_SERVER_BINARY' },
  'chromium': {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    setting: 'CHROMIUM_BINARY',
  },
  // Debian keeps it where only root looks
  'nginx': { names: ['nginx', '/usr/sbin/nginx'], setting: 'NGINX_BINARY' },
  'ceph-mon': { names: ['ceph-mon'], setting: 'CEPH_MON_BINARY' },
  'ceph-osd': { names: ['ceph-osd'], setting: 'CEPH_OSD_BINARY' },
  'radosgw': { names: ['radosgw'], setting: 'RADOSGW_BINARY' },
  'radosgw-admin': { names: ['radosgw-admin'], setting: 'RADOSGW_ADMIN_BINARY' },
  'prometheus': { names: ['prometheus'], setting: 'PROMETHEUS_BINARY' },
  'promtool': { names: ['promtool'], setting: 'PROMTOOL_BINARY' },
  'docker-compose': { names: ['docker-compose'], setting: 'DOCKER_COMPOSE_BINARY' },
}

/** Where the program is, or null. @throws CannotStart when a setting names what cannot be run */
export function programPath(program: Program, settings: Settings): string | null {
  const { names, setting } = WHERE[program]
  const named = settings[setting]
  if (!named) return names.map((name) => findProgram(name)).find((path) => path) ?? null

  const path = findProgram(named)
  if (path) return path
  throw new CannotStart(`${setting} names ${named}, which cannot be run: mend or remove it`)
}

/**
 * Makes sure that the programs can be run, with the system's package manager where that is allowed.
 * @throws CannotStart with the exact command to run by hand
 */
export async function ensurePrograms(
  programs: Program[],
  settings: Settings,
  say: (line: string) => void
): Promise<void> {
  const missing = programs.filter((program) => !programPath(program, settings))
  if (missing.length === 0) return

  const manager = PACKAGE_MANAGERS.find(({ name }) => findProgram(name))
  if (!manager) throw new CannotStart(`Please install ${missing.join(' and ')}, then try again`)
  const prefix = await rootPrefix(manager)
  const commands = installCommands(manager, missing)
  if (!prefix) throw new CannotStart(byHand(missing, commands))

  say(`Installing ${missing.join(' and ')} with ${manager.name}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const command of commands) {
    await mustRun(command.join(' '), [...prefix, ...command], { env })
  }
}

function byHand(missing: Program[], commands: string[][]): string {
  const line = commands.map((command) => ['sudo', ...command].join(' ')).join(' && ')
  return `${missing.join(' and ')} cannot be found. Install with\n\n  ${line}\n\nthen try again`
}

/** What to put before a command so that it may install; null when it may not. */
async function rootPrefix(manager: PackageManager): Promise<string[] | null> {
  const isRoot = process.getuid?.() === 0
  if (isRoot === manager.needsRoot) return []
  if (isRoot || !findProgram('sudo')) return null
  const { exitCode } = await runProgram(['sudo', '-n', 'true'])
  return exitCode === 0 ? ['sudo', '-n'] : null
}

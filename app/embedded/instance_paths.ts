import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where one running Mediakeep keeps what is its own. All paths are absolute. */
export interface InstancePaths {
  /** The checkout. */
  root: string
  /** `var/`, or what MEDIAKEEP_VAR names. */
  home: string
  postgres: string
  redis: string
  log: string
  run: string
  /** APP_KEY and passwords, made once; mode 0600. */
  secretsFile: string
  /** Settings of the services that run now; read by every command, gone when they stop. */
  settingsFile: string
  portsFile: string
  lockFile: string
  stateFile: string
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '')

export function instancePaths(env: NodeJS.ProcessEnv = process.env): InstancePaths {
  const home = resolve(env.MEDIAKEEP_VAR || join(ROOT, 'var'))
  const run = join(home, 'run')
  return {
    root: ROOT,
    home,
    run,
    postgres: join(home, 'postgres'),
    redis: join(home, 'redis'),
    log: join(home, 'log'),
    secretsFile: join(home, 'secrets.env'),
    settingsFile: join(run, 'services.env'),
    portsFile: join(run, 'ports.env'),
    lockFile: join(run, 'up.lock'),
    stateFile: join(run, 'up.json'),
  }
}

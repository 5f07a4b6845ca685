import { instancePaths } from '#embedded/instance_paths'
import { ASSUMED, FILLED, namedSettings } from '#embedded/named_settings'
import { readSettings } from '#embedded/settings_file'

/**
 * Tells this process where the services run that `./ace up` started. Only what neither the
 * environment nor `.env` says is filled in, so that real servers always win. Call it before boot.
 */
export function loadSettings(env: NodeJS.ProcessEnv = process.env): void {
  const named = namedSettings(env)
  const { home, settingsFile } = instancePaths(env)
  env.NODE_ENV ||= named.NODE_ENV ?? 'production'
  env.MEDIAKEEP_VAR = home

  const running = readSettings(settingsFile)
  const filled = Object.keys(running).filter((name) => !named[name])
  for (const name of filled) env[name] = running[name]
  env[FILLED] = [...filled, ...ASSUMED.filter((name) => !named[name])].join(',')
}

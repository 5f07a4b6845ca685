import { join } from 'node:path'
import { instancePaths } from '#embedded/instance_paths'
import { readSettings, type Settings } from '#embedded/settings_file'

/** Lists the variables that `loadSettings` filled in, which nobody said. */
export const FILLED = 'MEDIAKEEP_FILLED'

/**
 * What the operator said, environment before files, empty values left out.
 * The files and their order are those of AdonisJS, which reads them again at boot.
 */
export function namedSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const { root } = instancePaths(env)
  const fromFiles = dotEnvFiles(env.NODE_ENV)
    .reverse()
    .map((name) => withoutEmpty(readSettings(join(root, name))))
  const filled = env[FILLED]?.split(',') ?? []
  const fromEnvironment = withoutEmpty(env)
  for (const name of filled) delete fromEnvironment[name]
  return Object.assign({}, ...fromFiles, fromEnvironment)
}

function withoutEmpty(settings: NodeJS.ProcessEnv): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value)) as Settings
}

/** Strongest first. */
function dotEnvFiles(nodeEnv: string | undefined): string[] {
  if (!nodeEnv) return ['.env.local', '.env']
  const local = nodeEnv === 'test' ? [] : ['.env.local']
  return [`.env.${nodeEnv}.local`, ...local, `.env.${nodeEnv}`, '.env']
}

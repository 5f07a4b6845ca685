import { join } from 'node:path'
import { instancePaths } from '#embedded/instance_paths'
import { readSettings, type Settings } from '#embedded/settings_file'

/** Lists the variables that `loadSettings` filled in, which nobody said. */
export const FILLED = 'MEDIAKEEP_FILLED'

/** What `loadSettings` takes for granted where nobody says it. */
export const ASSUMED = ['NODE_ENV', 'MEDIAKEEP_VAR']

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

/** Who said a setting: the environment, a file of the operator's, `./ace up` for its own servers, or nobody. */
export type SettingSource = 'environment' | 'file' | 'up' | 'default'

/** Where the value of a setting comes from in this process; one of its own environment wins over a file's. */
export function settingSource(name: string, env: NodeJS.ProcessEnv = process.env): SettingSource {
  const value = env[name]
  if (!value) return 'default'
  const { root, settingsFile, secretsFile } = instancePaths(env)
  const says = (path: string) => readSettings(path)[name] === value
  if (dotEnvFiles(env.NODE_ENV).some((file) => says(join(root, file)))) return 'file'
  if (env[FILLED]?.split(',').includes(name)) return ASSUMED.includes(name) ? 'default' : 'up'
  return [settingsFile, secretsFile].some(says) ? 'up' : 'environment'
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

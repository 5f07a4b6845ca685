import { join } from 'node:path'
import { instancePaths } from '#embedded/instance_paths'
import { readSettings, type Settings } from '#embedded/settings_file'

/**
 * What the operator said, environment before files, empty values left out.
 * The files and their order are those of AdonisJS, which reads them again at boot.
 */
export function namedSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const { root } = instancePaths(env)
  const said = (settings: NodeJS.ProcessEnv) =>
    Object.fromEntries(Object.entries(settings).filter(([, value]) => value)) as Settings
  const fromFiles = dotEnvFiles(env.NODE_ENV)
    .reverse()
    .map((name) => said(readSettings(join(root, name))))
  return Object.assign({}, ...fromFiles, said(env))
}

/** Strongest first. */
function dotEnvFiles(nodeEnv: string | undefined): string[] {
  if (!nodeEnv) return ['.env.local', '.env']
  const local = nodeEnv === 'test' ? [] : ['.env.local']
  return [`.env.${nodeEnv}.local`, ...local, `.env.${nodeEnv}`, '.env']
}

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

export type Settings = Record<string, string>

/** Reads `NAME=value` lines; a missing file is an empty one. */
export function readSettings(path: string): Settings {
  if (!existsSync(path)) return {}
  return parseEnv(readFileSync(path, 'utf8')) as Settings
}

/** Writes the file whole or not at all, readable by its owner alone: it may hold passwords. */
export function writeSettings(path: string, settings: Settings): void {
  const lines = Object.entries(settings).map(([name, value]) => `${name}="${value}"\n`)
  const partial = `${path}.${process.pid}`
  writeFileSync(partial, lines.join(''), { mode: 0o600 })
  renameSync(partial, path)
}

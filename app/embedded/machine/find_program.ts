import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join, sep } from 'node:path'

/** Absolute path of a program on PATH, or of the named file; null when it cannot be run. */
export function findProgram(name: string, path = process.env.PATH ?? ''): string | null {
  if (name.includes(sep)) return canRun(name) ? name : null
  const folders = path.split(delimiter).filter((folder) => isAbsolute(folder))
  return folders.map((folder) => join(folder, name)).find(canRun) ?? null
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

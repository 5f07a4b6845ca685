import { existsSync, renameSync, statSync } from 'node:fs'

const MAX_BYTES = 10 * 1024 * 1024

/** Sets a log aside as `<name>.1` when it has grown past `maxBytes`; one old log is kept. */
export function rotateLog(path: string, maxBytes = MAX_BYTES): void {
  if (existsSync(path) && statSync(path).size > maxBytes) renameSync(path, `${path}.1`)
}

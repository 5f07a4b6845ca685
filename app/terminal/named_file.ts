import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { Exception } from '@adonisjs/core/exceptions'

export class FileUnreadable extends Exception {
  static status = 422
  static code = 'E_FILE_UNREADABLE'
}

/** Opens a file that somebody named at the terminal. @throws FileUnreadable saying why not */
export async function openNamedFile(path: string) {
  const fullPath = resolve(callersFolder(), path)
  await requireFile(fullPath, path)
  return { content: createReadStream(fullPath), originalName: basename(fullPath) }
}

/** `./ace` may run in another folder than the one it was called from. */
function callersFolder(): string {
  return process.env.MEDIAKEEP_CWD || process.cwd()
}

async function requireFile(fullPath: string, path: string) {
  const found = await stat(fullPath).catch((error: NodeJS.ErrnoException) => error)
  if (found instanceof Error) {
    const isMissing = found.code === 'ENOENT' || found.code === 'ENOTDIR'
    const reason = isMissing ? 'there is no such file' : `it cannot be read (${found.code})`
    throw new FileUnreadable(`"${path}": ${reason}`)
  }
  if (!found.isFile()) throw new FileUnreadable(`"${path}" is no file: name the files in it`)
}

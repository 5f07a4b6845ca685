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
  const fullPath = await namedFile(path)
  return { content: createReadStream(fullPath), originalName: basename(fullPath) }
}

/** @returns the whole path of a file that somebody named @throws FileUnreadable saying why it cannot be read */
export async function namedFile(path: string): Promise<string> {
  const fullPath = namedPath(path)
  await requireFile(fullPath, path)
  return fullPath
}

/** `./ace` may run in another folder than the one it was called from. */
export function namedPath(path: string): string {
  return resolve(process.env.MEDIAKEEP_CWD || process.cwd(), path)
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

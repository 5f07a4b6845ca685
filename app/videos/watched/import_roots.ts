import { realpath, stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { FolderNotAllowed, FolderNotReadable } from '#videos/watched/errors'

/** Folders of this machine from which files may be taken in: whatever lies below them, and nothing else. */
export class ImportRoots {
  constructor(readonly paths: readonly string[]) {}

  /** By the name alone, so that it can be asked where the folder is not mounted. @throws FolderNotAllowed */
  check(folder: string): void {
    const isBelow = this.paths.some((root) => isInside(resolve(root), resolve(folder)))
    if (!isBelow || !folder.startsWith(sep)) throw new FolderNotAllowed(folder, this.paths)
  }

  /**
   * The folder as it really is, symbolic links followed.
   *
   * @throws FolderNotAllowed also where a link leads out
   * @throws FolderNotReadable
   */
  async open(folder: string): Promise<string> {
    this.check(folder)
    const real = await realpath(folder).catch((error) => unreadable(folder, error))
    const found = await stat(real).catch((error) => unreadable(folder, error))
    if (!found.isDirectory()) throw new FolderNotReadable(folder, 'it is no folder')
    for (const root of this.paths) {
      const realRoot = await realpath(root).catch(() => null)
      if (realRoot && isInside(realRoot, real)) return real
    }
    throw new FolderNotAllowed(folder, this.paths)
  }
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)
}

function unreadable(folder: string, error: NodeJS.ErrnoException): never {
  const why = error.code === 'ENOENT' ? 'it does not exist' : error.message
  throw new FolderNotReadable(folder, why)
}
